package dev.firedrill.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.promql.type.FunctionSignature;
import dev.firedrill.promql.type.Functions;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FunctionTableTest {
  @Test
  void computesEveryFunction() {
    Set<String> known = new TreeSet<>();
    for (FunctionSignature signature : Functions.all()) {
      known.add(signature.name());
    }
    // By the name that it had in Prometheus 2, too.
    Functions.findRenamed("holt_winters").ifPresent(former -> known.add(former.name()));
    assertThat(new TreeSet<>(FunctionTable.names())).isEqualTo(known);
  }
}
