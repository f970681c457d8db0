package dev.firedrill.promql.type;

/// What an expression evaluates to.
public enum ValueType {
  SCALAR("scalar", "scalar"),
  INSTANT_VECTOR("instant vector", "vector"),
  RANGE_VECTOR("range vector", "matrix"),
  STRING("string", "string");

  private final String title;
  private final String apiName;

  ValueType(String title, String apiName) {
    this.title = title;
    this.apiName = apiName;
  }

  /// {@return the name used in messages and documentation}
  public String title() {
    return title;
  }

  /// {@return the name used by Prometheus's HTTP API}
  public String apiName() {
    return apiName;
  }
}
