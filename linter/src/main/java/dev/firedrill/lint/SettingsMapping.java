package dev.firedrill.lint;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.labels.Re2;
import dev.firedrill.settings.CheckSetting;
import dev.firedrill.settings.FileGlob;
import dev.firedrill.settings.LintOverride;
import dev.firedrill.settings.LintSettings;
import dev.firedrill.settings.LintSettings.Preset;
import dev.firedrill.settings.RuleMatch;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Takes over what a settings file says about checks: ids and parameters must be known, values of
/// the right type.
public final class SettingsMapping {
  private static final String CHECK = "settings/invalid";

  private final SettingsFile file;
  private final List<CheckInfo> checks;
  private final UnaryOperator<String> relative;
  private final List<Diagnostic> problems = new ArrayList<>();

  private SettingsMapping(
      SettingsFile file, List<CheckInfo> checks, UnaryOperator<String> relative) {
    this.file = file;
    this.checks = checks;
    this.relative = relative;
  }

  /// {@return what a settings file says about checks}
  ///
  /// @param checks those there are
  /// @param relative makes of a path as the user gave it one that is relative to the settings file
  public static Loaded<ScopedSettings> of(
      SettingsFile file, List<CheckInfo> checks, UnaryOperator<String> relative) {
    SettingsMapping mapping = new SettingsMapping(file, checks, relative);
    ScopedSettings settings = mapping.map(file.settings().lint());
    return new Loaded<>(settings, mapping.problems);
  }

  private ScopedSettings map(LintSettings lint) {
    CheckSettings base =
        new CheckSettings(
            Set.of(),
            Set.of(),
            lint.preset() == Preset.STRICT,
            map(lint.checks(), List.of("lint", "checks")));
    List<ScopedSettings.Deviation> overrides = new ArrayList<>();
    for (int i = 0; i < lint.overrides().size(); i++) {
      LintOverride override = lint.overrides().get(i);
      List<String> path = List.of("lint", "overrides", String.valueOf(i));
      overrides.add(
          new ScopedSettings.Deviation(
              scope(override, path), map(override.checks(), child(path, "checks"))));
    }
    return new ScopedSettings(base, overrides);
  }

  private Map<String, CheckSetting> map(Map<String, CheckSetting> settings, List<String> path) {
    Map<String, CheckSetting> mapped = new HashMap<>();
    settings.forEach(
        (id, setting) -> {
          CheckInfo info = find(id);
          if (info == null) {
            reject(unknown("check", id, ids()), child(path, id), true);
          } else {
            mapped.put(
                id, new CheckSetting(setting.level(), values(info, setting, child(path, id))));
          }
        });
    return mapped;
  }

  private Map<String, Object> values(CheckInfo info, CheckSetting setting, List<String> path) {
    Map<String, Object> values = new HashMap<>();
    setting
        .parameters()
        .forEach(
            (name, value) -> {
              Parameter<?> parameter = parameter(info, name);
              if (parameter == null) {
                List<String> known = info.parameters().stream().map(Parameter::name).toList();
                reject(unknown("parameter of " + info.id(), name, known), child(path, name), true);
                return;
              }
              ParameterValue.of(parameter, value)
                  .ifPresentOrElse(
                      converted -> values.put(name, converted),
                      () ->
                          reject(
                              new Problem(
                                  "expected "
                                      + ParameterValue.expected(parameter)
                                      + " for '"
                                      + name
                                      + "'",
                                  parameter.meaning()),
                              child(path, name),
                              false));
            });
    return values;
  }

  private RuleScope scope(LintOverride override, List<String> path) {
    List<FileGlob> globs = override.paths().stream().map(FileGlob::of).toList();
    Predicate<String> paths =
        given -> {
          String shown = relative.apply(given);
          return globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(shown));
        };
    RuleMatch match = override.match();
    List<String> there = child(path, "match");
    Map<String, Pattern> labels = new HashMap<>();
    match
        .labels()
        .forEach(
            (label, value) -> {
              Pattern pattern = pattern(value, child(child(there, "labels"), label));
              if (pattern != null) {
                labels.put(label, pattern);
              }
            });
    return new RuleScope(
        paths,
        pattern(match.alert(), child(there, "alert")),
        pattern(match.record(), child(there, "record")),
        pattern(match.group(), child(there, "group")),
        labels);
  }

  private @Nullable Pattern pattern(@Nullable String regex, List<String> path) {
    if (regex == null) {
      return null;
    }
    try {
      return Re2.compile(regex, Pattern.DOTALL);
    } catch (PatternSyntaxException e) {
      reject(new Problem("not a regular expression: " + e.getDescription(), null), path, false);
      return null;
    }
  }

  private @Nullable CheckInfo find(String id) {
    for (CheckInfo info : checks) {
      if (info.id().equals(id)) {
        return info;
      }
    }
    return null;
  }

  private static @Nullable Parameter<?> parameter(CheckInfo info, String name) {
    for (Parameter<?> parameter : info.parameters()) {
      if (parameter.name().equals(name)) {
        return parameter;
      }
    }
    return null;
  }

  private List<String> ids() {
    return checks.stream().map(CheckInfo::id).toList();
  }

  private record Problem(String message, @Nullable String help) {}

  private static Problem unknown(String what, String name, List<String> known) {
    String help =
        Spelling.nearest(name, known)
            .map(near -> "did you mean '" + near + "'?")
            .orElse(
                known.isEmpty() || known.size() > 10
                    ? null
                    : "known here: " + String.join(", ", known));
    return new Problem("unknown " + what + ": '" + name + "'", help);
  }

  private void reject(Problem problem, List<String> path, boolean key) {
    Diagnostic diagnostic = Diagnostic.error(CHECK, problem.message, place(path, key));
    String help = problem.help();
    problems.add(help == null ? diagnostic : diagnostic.withHelp(help));
  }

  // Places are wanted only where something is wrong, so the file is read for them then.
  private Location place(List<String> path, boolean key) {
    Location place = new Location(file.source(), Span.at(0));
    Optional<YamlNode> node = Yaml.read(file.source(), YamlDialect.GO_V3).first();
    for (String name : path) {
      switch (node.orElse(null)) {
        case MappingNode mapping -> {
          Entry entry = entry(mapping, name);
          if (entry == null) {
            return place;
          }
          place = key ? entry.key().written() : entry.value().written();
          node = Optional.of(entry.value());
        }
        case SequenceNode list -> {
          YamlNode item = list.items().get(Integer.parseInt(name));
          place = item.written();
          node = Optional.of(item);
        }
        case null, default -> {
          return place;
        }
      }
    }
    return place;
  }

  private static @Nullable Entry entry(MappingNode mapping, String name) {
    for (Entry entry : mapping.entries()) {
      if (entry.name().equals(name)) {
        return entry;
      }
    }
    return null;
  }

  private static List<String> child(List<String> path, String name) {
    List<String> longer = new ArrayList<>(path);
    longer.add(name);
    return longer;
  }
}
