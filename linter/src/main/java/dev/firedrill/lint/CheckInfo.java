package dev.firedrill.lint;

import dev.firedrill.diagnostic.Severity;
import java.util.List;

/// What is known of a check before it runs: the source of `--list-checks`, `--explain`, the docs
/// index and the schema of the settings.
///
/// @param id group and name, such as `threshold/missing`; also the path of the docs page
/// @param severity what its findings are by default
/// @param enabled whether it runs without being asked for
/// @param convention whether its remarks are about a convention, which the preset `strict` warns of
/// @param summary what it reports: one line, lower-case start, no full stop
/// @param parameters what settings may change about it
public record CheckInfo(
    String id,
    Severity severity,
    boolean enabled,
    boolean convention,
    String summary,
    List<Parameter<?>> parameters) {
  public CheckInfo {
    parameters = List.copyOf(parameters);
  }

  /// {@return a check that runs by default}
  public static CheckInfo of(
      String id, Severity severity, String summary, Parameter<?>... parameters) {
    return new CheckInfo(id, severity, true, false, summary, List.of(parameters));
  }

  /// {@return a check of a convention: a remark by default, a warning under `strict`}
  public static CheckInfo convention(String id, String summary, Parameter<?>... parameters) {
    return new CheckInfo(id, Severity.INFO, true, true, summary, List.of(parameters));
  }

  /// {@return a check that runs only when settings ask for it, and then warns}
  public static CheckInfo off(String id, String summary, Parameter<?>... parameters) {
    return new CheckInfo(id, Severity.WARNING, false, false, summary, List.of(parameters));
  }
}
