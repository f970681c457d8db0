package dev.firedrill.alertmanager.edit;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.alertmanager.AlertmanagerReading;
import dev.firedrill.alertmanager.InhibitRule;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.Route;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Fixes;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlStream;
import dev.firedrill.yaml.edit.CommentSpans;
import dev.firedrill.yaml.edit.EditRefused;
import java.util.ArrayList;
import java.util.List;

/// Matchers of routes and inhibition rules in one form: `match` and `match_re` become `matchers`,
/// one to an item, sorted as Alertmanager sorts them, with their values quoted.
///
/// What alerts do stays as it is, and so do comments. Only keys of groups change where a `match_re`
/// is written anew, since Alertmanager writes the anchors of such expressions into them.
public final class RouteFormat {
  private static final String CHECK = "route/format";

  private RouteFormat() {}

  /// A file before and after.
  ///
  /// @param changed how many routes and sides of inhibition rules were written anew
  /// @param remarks why others were left alone
  /// @param errors why Alertmanager would refuse the file; it is left alone then
  public record Formatted(
      SourceFile before,
      SourceFile after,
      int changed,
      List<Diagnostic> remarks,
      List<Diagnostic> errors) {
    public Formatted {
      remarks = List.copyOf(remarks);
      errors = List.copyOf(errors);
    }
  }

  /// {@return a file as it should be}
  public static Formatted format(SourceFile file) {
    return format(file, AlertmanagerOptions.STRICT);
  }

  /// {@return a file as it should be}
  ///
  /// @param options how it is read; placeholders stay as they are
  public static Formatted format(SourceFile file, AlertmanagerOptions options) {
    AlertmanagerReading reading = AlertmanagerReader.read(file, options);
    AlertmanagerConfig config = reading.loaded().value();
    if (config == null || reading.refusal().isPresent()) {
      List<Diagnostic> errors =
          reading.loaded().diagnostics().stream()
              .filter(each -> each.severity() == Severity.ERROR)
              .toList();
      return new Formatted(file, file, 0, List.of(), errors);
    }
    YamlStream stream = Yaml.read(file, YamlDialect.GO_V2);
    Lines lines = new Lines(stream);
    List<List<TextEdit>> changes = new ArrayList<>();
    List<Location> places = new ArrayList<>();
    List<Diagnostic> remarks = new ArrayList<>();
    for (MatcherSite site : stream.first().map(MatcherSite::of).orElse(List.of())) {
      try {
        List<TextEdit> edits = new MatcherEdit(file, site, lines).edits();
        if (!edits.isEmpty()) {
          changes.add(edits);
          places.add(site.entries().getFirst().key().written());
        }
      } catch (EditRefused e) {
        remarks.add(leftAlone(String.valueOf(e.getMessage()), e.location()));
      }
    }
    if (changes.isEmpty()) {
      return new Formatted(file, file, 0, remarks, List.of());
    }
    Fixes.Applied applied =
        Fixes.applySafely(
            file,
            changes,
            after -> isSame(config, stream, after, AlertmanagerReader.read(after, options)));
    for (int left : applied.left()) {
      remarks.add(leftAlone("it would come to mean something else", places.get(left)));
    }
    int made = changes.size() - applied.left().size();
    return new Formatted(file, applied.file(), made, remarks, List.of());
  }

  private static Diagnostic leftAlone(String why, Location place) {
    return Diagnostic.of(CHECK, Severity.INFO, "left as it is: " + why, place);
  }

  /// {@return whether a configuration may take the place of another: alerts go the same ways, and
  ///     no
  ///     comment is lost}
  ///
  /// @param options how both are read
  public static boolean isSame(SourceFile before, SourceFile after, AlertmanagerOptions options) {
    AlertmanagerConfig config = AlertmanagerReader.read(before, options).loaded().value();
    YamlStream stream = Yaml.read(before, YamlDialect.GO_V2);
    return config != null && isSame(config, stream, after, AlertmanagerReader.read(after, options));
  }

  private static boolean isSame(
      AlertmanagerConfig before, YamlStream was, SourceFile after, AlertmanagerReading reading) {
    AlertmanagerConfig config = reading.loaded().value();
    YamlStream is = Yaml.read(after, YamlDialect.GO_V2);
    return config != null
        && reading.refusal().isEmpty()
        && CommentSpans.texts(was).stream()
            .sorted()
            .toList()
            .equals(CommentSpans.texts(is).stream().sorted().toList())
        && routes(before).equals(routes(config))
        && rules(before).equals(rules(config))
        && before.receivers().size() == config.receivers().size();
  }

  private static List<String> routes(AlertmanagerConfig config) {
    List<String> routes = new ArrayList<>();
    collect(config.route(), "", routes);
    return routes;
  }

  // All that a route is, but where it stands.
  private static void collect(Route route, String depth, List<String> routes) {
    routes.add(
        depth
            + matchers(route.matchers())
            + route.continues()
            + route.receiver()
            + route.settings().groupBy().value()
            + route.settings().groupWait().value()
            + route.settings().groupInterval().value()
            + route.settings().repeatInterval().value()
            + route.settings().labels()
            + route.muteTimeIntervals().stream().map(Located::value).toList()
            + route.activeTimeIntervals().stream().map(Located::value).toList());
    route.routes().forEach(child -> collect(child, depth + " ", routes));
  }

  private static List<String> rules(AlertmanagerConfig config) {
    List<String> rules = new ArrayList<>();
    for (InhibitRule rule : config.inhibitRules()) {
      rules.add(
          matchers(rule.source())
              + " "
              + matchers(rule.target())
              + rule.equal().stream().map(Located::value).toList());
    }
    return rules;
  }

  private static List<String> matchers(List<Located<Matcher>> matchers) {
    return matchers.stream()
        .map(Located::value)
        .map(each -> Matcher.of(each.name(), each.operator(), each.written()).toString())
        .sorted()
        .toList();
  }
}
