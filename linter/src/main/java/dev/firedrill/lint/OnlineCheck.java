package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import java.util.List;

/// A check that asks a server. It runs only where one is given, for many rules at a time.
public non-sealed interface OnlineCheck extends Check {
  /// Looks at a rule.
  ///
  /// @return what is found
  /// @throws dev.firedrill.client.ClientException if the server does not say what it is asked
  List<Diagnostic> check(RuleExpression expr, Inquiry inquiry);
}
