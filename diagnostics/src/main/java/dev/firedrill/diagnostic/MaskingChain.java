package dev.firedrill.diagnostic;

import java.util.List;
import java.util.function.BiFunction;

/// What several maskings hide, one after the other.
record MaskingChain(List<Masking> maskings) implements Masking {
  MaskingChain {
    maskings = List.copyOf(maskings);
  }

  @Override
  public String mask(String line) {
    return oneAfterTheOther(line, (each, masked) -> each.mask(masked));
  }

  @Override
  public String mask(String text, Location place) {
    return oneAfterTheOther(text, (each, masked) -> each.mask(masked, place));
  }

  @Override
  public String maskSource(SourceFile file, String text) {
    return oneAfterTheOther(text, (each, masked) -> each.maskSource(file, masked));
  }

  private String oneAfterTheOther(String text, BiFunction<Masking, String, String> hide) {
    String masked = text;
    for (Masking each : maskings) {
      masked = hide.apply(each, masked);
    }
    return masked;
  }

  // Places are those of the line as it is, so that each looks at that.
  @Override
  public String maskLine(SourceFile file, int number) {
    String line = file.line(number);
    StringBuilder masked = new StringBuilder(line);
    for (Masking each : maskings) {
      String one = each.maskLine(file, number);
      for (int i = 0; i < masked.length(); i++) {
        if (one.charAt(i) != line.charAt(i)) {
          masked.setCharAt(i, one.charAt(i));
        }
      }
    }
    return masked.toString();
  }
}
