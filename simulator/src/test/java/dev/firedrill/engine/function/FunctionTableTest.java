package dev.firedrill.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.promql.type.FunctionSignature;
import dev.firedrill.promql.type.Functions;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FunctionTableTest {
  // Calls of these end with "not supported yet by the simulator".
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "histogram_avg",
          "histogram_count",
          "histogram_fraction",
          "histogram_quantiles",
          "histogram_stddev",
          "histogram_stdvar",
          "histogram_sum");

  @Test
  void computesEveryFunctionThatIsNotListed() {
    Set<String> known = new TreeSet<>();
    for (FunctionSignature signature : Functions.all()) {
      known.add(signature.name());
    }
    Set<String> expected = new TreeSet<>(known);
    expected.removeAll(UNSUPPORTED);
    assertThat(new TreeSet<>(FunctionTable.names())).isEqualTo(expected);
    assertThat(known).containsAll(UNSUPPORTED);
  }
}
