package dev.firedrill.yaml;

/// How much YAML is too much.
///
/// @param size of a file, in UTF-16 units
/// @param depth of mappings and lists within each other
/// @param nodes once every alias is replaced by what it refers to
public record YamlLimits(int size, int depth, long nodes) {
  /// Far more than anybody writes, and little enough to be read in memory.
  public static final YamlLimits DEFAULT = new YamlLimits(32 << 20, 200, 4_000_000);
}
