package dev.firedrill.engine.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.histogram.BinaryLogarithm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class GoMathTest {
  private static final Map<String, DoubleBinaryOperator> FUNCTIONS =
      Map.ofEntries(
          Map.entry("acos", (x, y) -> GoArcs.acos(x)),
          Map.entry("acosh", (x, y) -> GoMath.acosh(x)),
          Map.entry("asin", (x, y) -> GoArcs.asin(x)),
          Map.entry("asinh", (x, y) -> GoMath.asinh(x)),
          Map.entry("atan", (x, y) -> GoArcs.atan(x)),
          Map.entry("atan2", GoMath::atan2),
          Map.entry("atanh", (x, y) -> GoMath.atanh(x)),
          Map.entry("cos", (x, y) -> GoTrigonometry.cos(x)),
          Map.entry("cosh", (x, y) -> GoHyperbolic.cosh(x)),
          Map.entry("exp", (x, y) -> GoMath.exp(x)),
          Map.entry("exp2", (x, y) -> BinaryLogarithm.exp2(x)),
          Map.entry("log", (x, y) -> GoMath.log(x)),
          Map.entry("log10", (x, y) -> GoMath.log10(x)),
          Map.entry("log2", (x, y) -> GoMath.log2(x)),
          Map.entry("pow", GoMath::pow),
          Map.entry("sin", (x, y) -> GoTrigonometry.sin(x)),
          Map.entry("sinh", (x, y) -> GoHyperbolic.sinh(x)),
          Map.entry("tan", (x, y) -> GoTrigonometry.tan(x)),
          Map.entry("tanh", (x, y) -> GoHyperbolic.tanh(x)));

  @Test
  void givesTheBitsThatGoGives() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String line : lines()) {
      String[] words = line.split(" ", -1);
      DoubleBinaryOperator function = Objects.requireNonNull(FUNCTIONS.get(words[0]));
      double second = words.length > 3 ? number(words[2]) : 0;
      double result = function.applyAsDouble(number(words[1]), second);
      if (Double.doubleToRawLongBits(result) != bits(words[words.length - 1])) {
        wrong.add(line + ": " + result);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = GoMathTest.class.getResourceAsStream("go-math.txt")) {
      String text =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  private static long bits(String hexadecimal) {
    return Long.parseUnsignedLong(hexadecimal, 16);
  }

  private static double number(String hexadecimal) {
    return Double.longBitsToDouble(bits(hexadecimal));
  }
}
