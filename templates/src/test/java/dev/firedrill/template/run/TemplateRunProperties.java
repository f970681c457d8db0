package dev.firedrill.template.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.template.function.Environment;
import dev.firedrill.template.value.Value;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TemplateRunProperties {
  private static final RuleData DATA =
      new RuleData(Map.of("job", "j"), Map.of(), "", Value.of(1.5));

  @Property(tries = 5000)
  void anyCommandEitherWritesOrFailsWithGoodManners(@ForAll("pipelines") String pipeline) {
    String text = "{{ $x := 1 }}{{ range $i, $y := args 1 2 }}{{ " + pipeline + " }}{{ end }}";
    RuleTemplate.Expansion expansion = RuleTemplate.of("A", text).expand(DATA, Environment.NONE);
    expansion
        .failure()
        .ifPresent(
            error ->
                assertThat(error)
                    .startsWith("error ")
                    .contains(": template: __alert_A:1:")
                    .doesNotContain("null", "Exception"));
  }

  @Property(tries = 5000)
  void printfTakesAnyFormat(@ForAll String characters, @ForAll("formats") String format) {
    String quoted = (format + characters + format).replace("`", "").replace("\r", "");
    String text = "{{ printf `" + quoted + "` 1 `a` 2.5 nil .Labels $value }}";
    assertThat(RuleTemplate.of("A", text).expand(DATA, Environment.NONE).failure()).isEmpty();
  }

  @Provide
  Arbitrary<String> formats() {
    return Arbitraries.strings()
        .withChars("%%%%0123456789.*+-# []vdbocqxXUeEfFgGstTp")
        .ofMaxLength(9);
  }

  @Provide
  Arbitrary<String> pipelines() {
    Arbitrary<String> function =
        Arbitraries.of(
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "le",
            "gt",
            "ge",
            "len",
            "index",
            "slice",
            "call",
            "print",
            "println",
            "printf",
            "html",
            "js",
            "urlquery",
            "query",
            "first",
            "value",
            "label",
            "strvalue",
            "sortByLabel",
            "args",
            "reReplaceAll",
            "match",
            "title",
            "toUpper",
            "stripPort",
            "stripDomain",
            "graphLink",
            "humanize",
            "humanize1024",
            "humanizePercentage",
            "humanizeDuration",
            "humanizeTimestamp",
            "toTime",
            "toDuration",
            "now",
            "parseDuration",
            "externalURL",
            "pathPrefix",
            "$value",
            ".",
            "(toTime 1).Format",
            "(toTime 1).Add",
            "(toDuration 1).Round",
            "(now | toTime).AddDate");
    Arbitrary<String> operand =
        Arbitraries.of(
            "1",
            "-1",
            "1.5",
            "1e300",
            "\"a\"",
            "\"%d\"",
            "\"\"",
            "nil",
            "true",
            ".",
            "$",
            "$x",
            "$i",
            "$value",
            "$labels",
            "$labels.job",
            ".x",
            "(args nil).arg0",
            "(len $labels)",
            "(toTime 1)",
            "(toDuration 1)",
            "'c'",
            "2i",
            "(1)",
            "\"[::1]:80\"");
    Arbitrary<String> command =
        Combinators.combine(function, operand.list().ofMaxSize(3))
            .as(
                (name, operands) ->
                    name + operands.stream().map(o -> " " + o).reduce("", String::concat));
    return command.list().ofMinSize(1).ofMaxSize(3).map(commands -> join(commands));
  }

  private static String join(List<String> commands) {
    return String.join(" | ", commands);
  }
}
