package dev.firedrill.alertmanager.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.alertmanager.edit.RouteFormat.Formatted;
import dev.firedrill.alertmanager.route.RouteWalk;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Routes in all the ways in which matchers can be written.
class RouteFormatProperties {
  @Property(tries = 400)
  void alertsGoWhereTheyWentAndNothingIsLeftToFormat(
      @ForAll("routes") List<String> routes, @ForAll("labels") Map<String, String> labels) {
    SourceFile before =
        SourceFile.of(
            "a.yml",
            "route:\n  receiver: r\n  routes:\n"
                + String.join("", routes)
                + "receivers: [{name: r}]\n");

    Formatted formatted = RouteFormat.format(before);

    assertThat(formatted.errors()).isEmpty();
    assertThat(formatted.remarks()).as(before.text()).isEmpty();
    assertThat(formatted.after().text()).doesNotContain("match:").doesNotContain("match_re:");
    assertThat(RouteFormat.format(formatted.after()).changed()).isZero();
    assertThat(taken(formatted.after(), labels)).isEqualTo(taken(before, labels));
    assertThat(comments(formatted.after())).isEqualTo(comments(before));
  }

  private static long comments(SourceFile file) {
    return file.text().chars().filter(c -> c == '#').count();
  }

  /// {@return which children of the root take an alert, by their places}
  private static List<Integer> taken(SourceFile file, Map<String, String> labels) {
    Route root =
        AlertmanagerReader.read(file, AlertmanagerOptions.STRICT)
            .loaded()
            .get()
            .orElseThrow()
            .route();
    return RouteWalk.of(root, Labels.of(labels)).matched().stream()
        .map(match -> root.routes().indexOf(match.route()))
        .toList();
  }

  @Provide
  Arbitrary<Map<String, String>> labels() {
    return Arbitraries.maps(Arbitraries.of("a", "b", "c"), Arbitraries.of("x", "y", "it's", "a,b"));
  }

  @Provide
  Arbitrary<List<String>> routes() {
    Arbitrary<String> block =
        Combinators.combine(map("match"), map("match_re"), list(), Arbitraries.of(true, false))
            .as(
                (match, regex, matchers, last) ->
                    "  - receiver: r\n"
                        + match
                        + (last ? regex + matchers : matchers + regex)
                        + "    continue: true\n");
    return block.list().ofMinSize(1).ofMaxSize(4);
  }

  private static Arbitrary<String> map(String key) {
    Arbitrary<String> values = Arbitraries.of("x", "'y'", "\"it's\"", "'a,b'", "x|y");
    Arbitrary<Map<String, String>> entries =
        Arbitraries.maps(Arbitraries.of("a", "b", "c"), values).ofMaxSize(2);
    return Combinators.combine(entries, comments(), Arbitraries.of(true, false))
        .as(
            (map, comment, flow) -> {
              if (map.isEmpty()) {
                return "";
              }
              StringBuilder out = new StringBuilder("    " + key + ":");
              if (flow) {
                out.append(" {");
                map.forEach((name, value) -> out.append(name + ": " + quoted(value) + ", "));
                return out.append("}").append(comment).append("\n").toString();
              }
              out.append(comment).append("\n");
              map.forEach(
                  (name, value) -> out.append("      " + name + ": " + value + comment + "\n"));
              return out.toString();
            });
  }

  private static String quoted(String value) {
    return value.startsWith("'") || value.startsWith("\"") ? value : "'" + value + "'";
  }

  private static Arbitrary<String> list() {
    Arbitrary<String> items =
        Arbitraries.of(
            "a=x", "'b=\"y\"'", "c!=\"it's\"", "'{a=~\"x|y\", b!~\"z\"}'", "'c = \"a,b\"'");
    return Combinators.combine(items.list().ofMaxSize(3), comments(), Arbitraries.of(0, 2))
        .as(
            (all, comment, indent) -> {
              if (all.isEmpty()) {
                return "";
              }
              StringBuilder out = new StringBuilder("    matchers:" + comment + "\n");
              for (String item : all) {
                out.append(" ".repeat(4 + indent)).append("- ").append(item).append(comment);
                out.append("\n");
              }
              return out.toString();
            });
  }

  private static Arbitrary<String> comments() {
    return Arbitraries.of("", "  # why", " #");
  }
}
