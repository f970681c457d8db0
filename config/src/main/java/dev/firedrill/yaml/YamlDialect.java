package dev.firedrill.yaml;

/// Whose reading of YAML is followed where readers differ.
public enum YamlDialect {
  /// `gopkg.in/yaml.v2`: Alertmanager's and Prometheus's configuration, unit-test files. `yes`,
  /// `no`, `on`, `off` are booleans; of a merged and a written key the later one wins.
  GO_V2,
  /// `gopkg.in/yaml.v3`: rule files. Only `true` and `false` are booleans; a written key wins over
  /// a merged one.
  GO_V3
}
