package dev.firedrill.alertmanager.silence;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.MatcherMode;
import dev.firedrill.alertmanager.MatcherParser;
import dev.firedrill.alertmanager.MatcherResult;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Rfc3339;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads silences: the JSON of Alertmanager's API and of `amtool silence query -o json`, or a YAML
/// list whose matchers are written as in routes, `matchers: ['team="web"']`.
///
/// The API's `startsAt` and `endsAt` may be written `starts_at` and `ends_at`, or left out: then a
/// silence has no beginning or no end. Those whose `status` is `expired` are left out; fields that
/// do not matter here are passed over.
public final class SilenceReader {
  private static final String CHECK = "silence/invalid";

  private final YamlProblems problems = new YamlProblems();
  private final YamlValues values = new YamlValues(problems);
  private final MatcherParser matchers = new MatcherParser(MatcherMode.FALLBACK);

  private SilenceReader() {}

  /// Reads a file.
  public static Loaded<List<Silence>> read(SourceFile file) {
    return new SilenceReader().silences(file);
  }

  private Loaded<List<Silence>> silences(SourceFile file) {
    var stream = Yaml.read(file, YamlDialect.GO_V3);
    problems.addAll(stream.problems());
    List<Silence> silences = new ArrayList<>();
    for (YamlNode node : stream.first().map(this::list).orElse(List.of())) {
      int before = problems.all().size();
      Silence silence = silence(node);
      if (silence != null && problems.all().size() == before) {
        silences.add(silence);
      }
    }
    return new Loaded<>(silences, problems.diagnostics());
  }

  private List<YamlNode> list(YamlNode document) {
    // The first version of the API has the list under `data`.
    YamlNode list =
        document instanceof MappingNode mapping
            ? mapping.get("silences").or(() -> mapping.get("data")).orElse(document)
            : document;
    if (list instanceof SequenceNode items) {
      return items.items();
    }
    if (!YamlValues.isNull(list)) {
      values.wrongType(list, "[]silence", "a list of silences");
    }
    return List.of();
  }

  private @Nullable Silence silence(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "a silence", problems);
    List<Matcher> all = new ArrayList<>();
    for (YamlNode item : fields.items("matchers")) {
      if (item instanceof MappingNode) {
        matcher(item).ifPresent(all::add);
      } else {
        written(item, all);
      }
    }
    Located<String> id = fields.string("id");
    long start = time(fields, "startsAt", "starts_at").orElse(Long.MIN_VALUE);
    long end = time(fields, "endsAt", "ends_at").orElse(Long.MAX_VALUE);
    boolean expired =
        fields
            .node("status")
            .flatMap(status -> status instanceof MappingNode m ? m.get("state") : Optional.empty())
            .filter(state -> state instanceof ScalarNode s && s.text().equals("expired"))
            .isPresent();
    if (all.stream().allMatch(matcher -> matcher.matches(""))) {
      // Alertmanager refuses such a silence.
      problems.value(
          CHECK, "at least one matcher must not match the empty string", fields.location());
    }
    String name = id == null ? "line " + fields.location().start().line() : id.value();
    return expired ? null : new Silence(name, all, start, end);
  }

  private void written(YamlNode node, List<Matcher> all) {
    SourceText text = values.text(node);
    if (text == null) {
      return;
    }
    switch (matchers.parse(text.text())) {
      case MatcherResult.Parsed parsed -> all.addAll(parsed.matchers());
      case MatcherResult.Failed failed ->
          problems.value("matcher/syntax", failed.message(), text.locate(failed.span()));
    }
  }

  private Optional<Matcher> matcher(YamlNode node) {
    YamlFields fields = YamlFields.of(node, "a matcher", problems);
    Located<String> name = fields.string("name");
    SourceText value = fields.text("value");
    Located<Boolean> regex = fields.bool("isRegex");
    Located<Boolean> equal = fields.bool("isEqual");
    if (name == null || value == null) {
      problems.value(CHECK, "a matcher needs a name and a value", fields.location());
      return Optional.empty();
    }
    boolean negative = equal != null && !equal.value();
    Operator operator =
        regex != null && regex.value()
            ? negative ? Operator.NOT_REGEX : Operator.REGEX
            : negative ? Operator.NOT_EQUAL : Operator.EQUAL;
    try {
      return Optional.of(Matcher.of(name.value(), operator, value.text()));
    } catch (PatternSyntaxException e) {
      problems.value("matcher/syntax", String.valueOf(e.getMessage()), value.location());
      return Optional.empty();
    }
  }

  private Optional<Long> time(YamlFields fields, String... names) {
    for (String name : names) {
      SourceText text = fields.text(name);
      if (text != null) {
        Optional<Instant> time = Rfc3339.parse(text.text());
        if (time.isEmpty()) {
          problems.value(
              Diagnostic.error(
                      CHECK,
                      "cannot parse " + GoQuote.quote(text.text()) + " as a time",
                      text.location())
                  .withHelp("write it as in RFC 3339: 2026-11-21T03:00:00Z"),
              "cannot parse a time");
        }
        return time.map(Instant::toEpochMilli);
      }
    }
    return Optional.empty();
  }
}
