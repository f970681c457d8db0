package dev.firedrill.alertmanager;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.LabelNames;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads matchers in all the forms that a configuration has for them.
final class MatcherReader {
  private static final String CHECK = "matcher/syntax";

  private final ReadingContext context;
  private final MatcherParser parser;
  private final YamlValues values;

  MatcherReader(ReadingContext context) {
    this.context = context;
    this.parser = new MatcherParser(context.mode());
    this.values = new YamlValues(context.problems());
  }

  /// {@return the matchers of a list of texts}
  List<Located<Matcher>> list(YamlFields fields, String name) {
    List<Located<Matcher>> matchers = new ArrayList<>();
    for (SourceText text : fields.strings(name)) {
      add(text, matchers);
    }
    return matchers;
  }

  private void add(SourceText text, List<Located<Matcher>> into) {
    switch (parser.parse(text.text())) {
      case MatcherResult.Parsed parsed -> {
        MatcherWarning warning = parsed.warning();
        if (warning != null) {
          context.warnings().add(describe(warning, text));
        }
        for (ParsedMatcher matcher : parsed.parsed()) {
          into.add(new Located<>(matcher.matcher(), text.locate(matcher.span())));
        }
      }
      case MatcherResult.Failed failed -> {
        if (!context.isOpen(text.text())) {
          reject(failed.message(), text.locate(failed.span()));
        }
      }
    }
  }

  private static Diagnostic describe(MatcherWarning warning, SourceText text) {
    String message =
        switch (warning.kind()) {
          case CLASSIC_ONLY ->
              "only Alertmanager's classic parser reads this matcher: " + warning.reason();
          case DISAGREEMENT ->
              "Alertmanager's parsers disagree on this matcher: the UTF-8 parser would read "
                  + warning.reason();
        };
    return Diagnostic.of("route/matcher-style", Severity.WARNING, message, text.location())
        .withHelp("write " + warning.suggestion() + ", which both read as it is read now");
  }

  /// {@return the matchers of a mapping of names and values or regular expressions}
  List<Located<Matcher>> deprecated(YamlFields fields, String name, Operator operator) {
    YamlNode node = fields.node(name).orElse(null);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof MappingNode mapping)) {
      values.wrongType(node, "map[string]string", "a mapping of label names and values");
      return List.of();
    }
    List<Located<Matcher>> matchers = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      Located<Matcher> matcher = deprecated(entry, operator);
      if (matcher != null) {
        matchers.add(matcher);
      }
    }
    return matchers;
  }

  private @Nullable Located<Matcher> deprecated(Entry entry, Operator operator) {
    SourceText name = values.text(entry.key());
    SourceText value = values.text(entry.value());
    if (name == null || value == null) {
      return null;
    }
    if (!LabelNames.isLegacy(name.text())) {
      reject("invalid label name " + GoQuote.quote(name.text()), name.location());
      return null;
    }
    if (operator.isRegex() && YamlValues.isNull(entry.value())) {
      reject("invalid regexp value for " + GoQuote.quote(name.text()), name.location());
      return null;
    }
    String wanted = operator.isRegex() ? Matcher.anchored(value.text()) : value.text();
    Location place =
        new Location(name.file(), name.location().span().to(entry.value().written().span()));
    try {
      return new Located<>(Matcher.of(name.text(), operator, wanted), place);
    } catch (PatternSyntaxException e) {
      if (!context.isOpen(value.text())) {
        reject(compileError(value.text(), e), value.location());
      }
      return null;
    }
  }

  // Alertmanager compiles the text anchored once; the matcher anchors the result again.
  private static String compileError(String value, PatternSyntaxException twice) {
    try {
      Matcher.of("", Operator.REGEX, value);
      return String.valueOf(twice.getMessage());
    } catch (PatternSyntaxException once) {
      return String.valueOf(once.getMessage());
    }
  }

  private void reject(String message, Location place) {
    context.problems().value(CHECK, message, place);
  }
}
