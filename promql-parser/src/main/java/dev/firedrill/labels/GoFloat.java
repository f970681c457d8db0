package dev.firedrill.labels;

/// Floating-point numbers written as Go's `strconv.FormatFloat` and `fmt` write them, which is how
/// Prometheus shows every value.
///
/// Not-a-number is `NaN` and infinities are `+Inf` and `-Inf` in every form; negative zero keeps
/// its sign. Rounding is half to even on the exact binary value.
public final class GoFloat {
  // Go's %g without a precision changes to an exponent from here on.
  private static final int SHORTEST_GENERAL_LIMIT = 6;

  private GoFloat() {}

  /// {@return the shortest digits without exponent (`'f', -1`), as PromQL prints number literals
  ///     and sample values: `0.00001`, `1000000`}
  public static String plain(double value) {
    if (value == (int) value && (value != 0 || 1 / value > 0)) {
      return Integer.toString((int) value);
    }
    return Double.isFinite(value)
        ? plain(value, GoDigits.shortest(Math.abs(value)), -1)
        : special(value);
  }

  /// {@return the number with exactly `decimals` digits after the point (`%.3f`)}
  public static String plain(double value, int decimals) {
    return Double.isFinite(value)
        ? plain(value, GoDigits.roundedToDecimals(Math.abs(value), decimals), decimals)
        : special(value);
  }

  /// {@return the shortest digits with an exponent (`'e', -1`): `1e-05`}
  public static String scientific(double value) {
    return Double.isFinite(value)
        ? scientific(value, GoDigits.shortest(Math.abs(value)), -1, 'e')
        : special(value);
  }

  /// {@return the number with `decimals` digits after the first and an exponent (`%.2e`)}
  public static String scientific(double value, int decimals) {
    return Double.isFinite(value)
        ? scientific(value, GoDigits.rounded(Math.abs(value), decimals + 1), decimals, 'e')
        : special(value);
  }

  /// {@return the shortest digits with a capital exponent (`'E', -1`), as `promtool test rules`
  ///     shows samples: `1.8E+01`}
  public static String upperScientific(double value) {
    return Double.isFinite(value)
        ? scientific(value, GoDigits.shortest(Math.abs(value)), -1, 'E')
        : special(value);
  }

  /// {@return the shortest digits (`%g`, `%v`, `'g', -1`), with an exponent below 0.0001 and from
  ///     1e+06 on}
  public static String general(double value) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    GoDigits digits = GoDigits.shortest(Math.abs(value));
    return general(value, digits, SHORTEST_GENERAL_LIMIT);
  }

  /// {@return at most `significant` digits (`%.4g`), zeros at the end dropped}
  public static String general(double value, int significant) {
    if (!Double.isFinite(value)) {
      return special(value);
    }
    int count = Math.max(significant, 1);
    GoDigits digits = GoDigits.rounded(Math.abs(value), count);
    int limit = count;
    if (limit > digits.digits().length() && digits.digits().length() >= digits.point()) {
      limit = digits.digits().length();
    }
    return general(value, digits, limit);
  }

  /// {@return the number as OpenMetrics writes bounds and quantiles: like [#general(double)], with
  ///     `.0` where there is neither a point nor an exponent}
  public static String openMetrics(double value) {
    String text = general(value);
    boolean whole = Double.isFinite(value) && text.indexOf('.') < 0 && text.indexOf('e') < 0;
    return whole ? text + ".0" : text;
  }

  /// {@return the number as Prometheus's HTTP API writes sample values, without the quotes}
  public static String json(double value) {
    double magnitude = Math.abs(value);
    return magnitude != 0 && (magnitude < 1e-6 || magnitude >= 1e21)
        ? scientific(value)
        : plain(value);
  }

  private static String special(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    return value > 0 ? "+Inf" : "-Inf";
  }

  private static StringBuilder signed(double value) {
    StringBuilder out = new StringBuilder(24);
    return Double.doubleToRawLongBits(value) < 0 ? out.append('-') : out;
  }

  private static String general(double value, GoDigits digits, int limit) {
    int exponent = digits.point() - 1;
    return exponent < -4 || exponent >= limit
        ? scientific(value, digits, -1, 'e')
        : plain(value, digits, -1);
  }

  // decimals below 0: as many as there are digits
  private static String plain(double value, GoDigits digits, int decimals) {
    StringBuilder out = signed(value);
    if (digits.point() <= 0) {
      out.append('0');
    }
    for (int i = 0; i < digits.point(); i++) {
      out.append(digits.at(i));
    }
    int after = decimals < 0 ? digits.digits().length() - digits.point() : decimals;
    if (after > 0) {
      out.append('.');
      for (int i = 0; i < after; i++) {
        out.append(digits.at(digits.point() + i));
      }
    }
    return out.toString();
  }

  private static String scientific(double value, GoDigits digits, int decimals, char letter) {
    StringBuilder out = signed(value).append(digits.at(0));
    int after = decimals < 0 ? digits.digits().length() - 1 : decimals;
    if (after > 0) {
      out.append('.');
      for (int i = 1; i <= after; i++) {
        out.append(digits.at(i));
      }
    }
    int exponent = Math.abs(digits.exponent());
    out.append(letter).append(digits.exponent() < 0 ? '-' : '+');
    return (exponent < 10 ? out.append('0') : out).append(exponent).toString();
  }
}
