package dev.firedrill.alertmanager;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/// Reads an inhibition rule.
final class InhibitRuleReader {
  private InhibitRuleReader() {}

  static InhibitRule read(YamlNode node, ReadingContext context) {
    YamlFields fields = YamlFields.of(node, "common.plain", context.problems());
    Located<String> name = fields.string("name");
    List<Located<Matcher>> source = side(fields, "source", context);
    List<Located<Matcher>> target = side(fields, "target", context);
    List<SourceText> equal = fields.strings("equal");
    fields.finish();
    for (SourceText label : equal) {
      if (!context.mode().isValidLabelName(label.text()) && !context.isOpen(label.text())) {
        context
            .problems()
            .value(
                "inhibit/invalid",
                "invalid label name " + GoQuote.quote(label.text()) + " in equal list",
                label.location());
      }
    }
    return new InhibitRule(name, source, target, ReadingContext.located(equal), fields.location());
  }

  private static List<Located<Matcher>> side(
      YamlFields fields, String side, ReadingContext context) {
    MatcherReader reader = new MatcherReader(context);
    List<Located<Matcher>> matchers = new ArrayList<>();
    matchers.addAll(reader.deprecated(fields, side + "_match", Operator.EQUAL));
    matchers.addAll(reader.deprecated(fields, side + "_match_re", Operator.REGEX));
    matchers.addAll(reader.list(fields, side + "_matchers"));
    return matchers;
  }
}
