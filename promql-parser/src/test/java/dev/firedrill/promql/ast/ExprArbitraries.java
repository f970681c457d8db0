package dev.firedrill.promql.ast;

import java.util.Random;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Random expressions that are valid in syntax and types, of all kinds of nodes, experimental ones
/// too. They have no places.
public final class ExprArbitraries {
  private static final int DEPTH = 4;

  private ExprArbitraries() {}

  /// {@return expressions of any type}
  public static Arbitrary<Expr> exprs() {
    return of(RandomExpr::any);
  }

  /// {@return expressions that are instant vectors}
  public static Arbitrary<Expr> vectors() {
    return of(RandomExpr::vector);
  }

  /// {@return expressions that are scalars}
  public static Arbitrary<Expr> scalars() {
    return of(RandomExpr::scalar);
  }

  /// {@return expressions that are range vectors}
  public static Arbitrary<Expr> matrices() {
    return of(RandomExpr::matrix);
  }

  // Shrinks to expressions that are less deep.
  private static Arbitrary<Expr> of(BiFunction<RandomExpr, Integer, Expr> kind) {
    return Arbitraries.integers()
        .between(0, DEPTH)
        .flatMap(
            depth ->
                Arbitraries.randomValue(
                    (Random random) -> kind.apply(new RandomExpr(random), depth)));
  }
}
