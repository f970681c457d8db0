package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Masking;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.rules.compare.Difference;
import dev.firedrill.rules.compare.RuleChange;
import java.util.ArrayList;
import java.util.List;

/// What differs about a rule, in words, secrets hidden.
final class DifferenceWords {
  private static final Masking SECRETS = SecretMasking.ofText();

  private DifferenceWords() {}

  /// {@return what became of a rule: `new`, `gone`, `was Old`; nothing where it only changed}
  static String fate(RuleChange change) {
    return switch (change) {
      case RuleChange.Added _ -> "new";
      case RuleChange.Removed _ -> "gone";
      case RuleChange.Kept kept -> kept.renamed() ? "was " + kept.before().name() : "";
    };
  }

  /// {@return what differs, the name apart; nothing for rules that are new or gone}
  static List<Difference> differences(RuleChange change) {
    return change instanceof RuleChange.Kept kept
        ? kept.differences().stream()
            .filter(each -> each.aspect() != Difference.Aspect.NAME)
            .toList()
        : List.of();
  }

  /// {@return all that differs, in a few words: `for 5m -> 10m, expr, label severity warning ->
  ///     critical`}
  static String brief(RuleChange change) {
    List<String> words = new ArrayList<>();
    String fate = fate(change);
    if (!fate.isEmpty()) {
      words.add(fate);
    }
    for (Difference difference : differences(change)) {
      words.add(
          isShort(difference)
              ? difference.subject() + " " + before(difference) + " -> " + after(difference)
              : difference.subject());
    }
    return String.join(", ", words);
  }

  private static boolean isShort(Difference difference) {
    return switch (difference.aspect()) {
      case EXPR, ANNOTATION -> false;
      case NAME, FOR, KEEP_FIRING_FOR, LABEL, INTERVAL, QUERY_OFFSET, LIMIT ->
          difference.before().length() + difference.after().length() < 40;
    };
  }

  /// {@return what was written; `none` where nothing was}
  static String before(Difference difference) {
    return text(difference.before());
  }

  /// {@return what is written; `none` where nothing is}
  static String after(Difference difference) {
    return text(difference.after());
  }

  /// {@return a text on one line}
  static String line(String text) {
    return text.strip().replaceAll("\\s*\n\\s*", " ");
  }

  /// {@return a text; `none` where it is empty}
  static String text(String written) {
    return written.isEmpty() ? "none" : mask(written.strip());
  }

  /// {@return a text without its secrets}
  static String mask(String text) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      out.append(out.isEmpty() ? "" : "\n").append(SECRETS.mask(line));
    }
    return out.toString();
  }
}
