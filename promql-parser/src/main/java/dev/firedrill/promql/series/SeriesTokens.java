package dev.firedrill.promql.series;

import dev.firedrill.promql.series.SeriesToken.Kind;
import org.jspecify.annotations.Nullable;

/// The tokens of a series, with a look at the one that comes next.
///
/// A token is scanned when something looks at it, not before: what is wrong with it must not hide
/// what is wrong with the meaning of those before it.
final class SeriesTokens {
  private static final String IN_VALUES = " in series values";

  private final SeriesScanner scanner;
  private @Nullable SeriesToken current;

  SeriesTokens(SeriesScanner scanner) {
    this.scanner = scanner;
  }

  /// {@return the token here}
  SeriesToken peek() {
    SeriesToken token = current;
    if (token == null) {
      token = scanner.next();
      String problem = token.problem();
      if (problem != null) {
        throw new SeriesSyntaxException(problem, token.span());
      }
      current = token;
    }
    return token;
  }

  /// {@return whether the token here is of a kind}
  boolean isAt(Kind kind) {
    return peek().is(kind);
  }

  /// {@return the token here, past which it moves}
  SeriesToken take() {
    SeriesToken taken = peek();
    current = null;
    return taken;
  }

  /// {@return whether the token here is of a kind; then it moves past it}
  boolean accept(Kind kind) {
    boolean here = isAt(kind);
    if (here) {
      current = null;
    }
    return here;
  }

  /// {@return the token here, past which it moves, if it is of a kind}
  ///
  /// @throws SeriesSyntaxException about a token inside an unfinished value, if it is not
  SeriesToken expectInValue(Kind kind) {
    if (!isAt(kind)) {
      throw unexpected(IN_VALUES);
    }
    return take();
  }

  /// {@return an error about the token here inside an unfinished value}
  SeriesSyntaxException unexpectedInValue() {
    return unexpected(IN_VALUES);
  }

  /// {@return an error about the token here}
  ///
  /// @param where what follows the name of the token
  SeriesSyntaxException unexpected(String where) {
    return new SeriesSyntaxException("unexpected " + peek().describe() + where, peek().span());
  }
}
