package dev.firedrill.prometheus;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Utf8;
import java.util.Optional;

/// Which rules of relabelling Prometheus refuses.
final class RelabelRules {
  private RelabelRules() {}

  /// {@return why Prometheus refuses a rule, in its words}
  ///
  /// @param sources whether `source_labels` is written
  /// @param regex whether `regex` is written
  static Optional<String> refusal(RelabelRule rule, boolean sources, boolean regex) {
    RelabelAction action = rule.action();
    String target = rule.targetLabel();
    boolean others = !plainSeparator(rule) || !plainReplacement(rule) || !plainModulus(rule);
    String message =
        switch (action) {
          case KEEP, DROP -> null;
          case REPLACE, HASHMOD, LOWERCASE, UPPERCASE, KEEPEQUAL, DROPEQUAL -> {
            if (action == RelabelAction.HASHMOD && plainModulus(rule)) {
              yield "relabel configuration for hashmod requires non-zero modulus";
            }
            if (target.isEmpty()) {
              yield "relabel configuration for "
                  + action.word()
                  + " action requires 'target_label' value";
            }
            if (!Utf8.isValid(target)) {
              yield invalid(target, "target_label", action);
            }
            boolean fixed = action.changesCase() || action.comparesLabels();
            if (fixed && !plainReplacement(rule)) {
              yield "'replacement' can not be set for " + action.word() + " action";
            }
            yield action.comparesLabels() && (regex || others)
                ? action.word()
                    + " action requires only 'source_labels' and `target_label`, and no other"
                    + " fields"
                : null;
          }
          case LABELMAP ->
              rule.replacement().isEmpty() || !Utf8.isValid(rule.replacement())
                  ? invalid(rule.replacement(), "replacement", action)
                  : null;
          case LABELDROP, LABELKEEP ->
              sources || !target.isEmpty() || others
                  ? action.word() + " action requires only 'regex', and no other fields"
                  : null;
        };
    return Optional.ofNullable(message);
  }

  private static String invalid(String value, String field, RelabelAction action) {
    return GoQuote.quote(value) + " is invalid '" + field + "' for " + action.word() + " action";
  }

  private static boolean plainSeparator(RelabelRule rule) {
    return rule.separator().equals(RelabelRule.SEPARATOR);
  }

  private static boolean plainReplacement(RelabelRule rule) {
    return rule.replacement().equals(RelabelRule.WHOLE);
  }

  private static boolean plainModulus(RelabelRule rule) {
    return rule.modulus().signum() == 0;
  }
}
