package dev.firedrill.diagnostic;

import java.util.List;

/// What several maskings hide, one after the other.
record MaskingChain(List<Masking> maskings) implements Masking {
  MaskingChain {
    maskings = List.copyOf(maskings);
  }

  @Override
  public String mask(String line) {
    String masked = line;
    for (Masking each : maskings) {
      masked = each.mask(masked);
    }
    return masked;
  }

  @Override
  public String mask(String text, Location place) {
    String masked = text;
    for (Masking each : maskings) {
      masked = each.mask(masked, place);
    }
    return masked;
  }

  @Override
  public String maskSource(SourceFile file, String text) {
    String masked = text;
    for (Masking each : maskings) {
      masked = each.maskSource(file, masked);
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
