package dev.firedrill.series.tsdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What `meta.json` says of a block.
///
/// @param ulid the name of the block
/// @param minTime epoch milliseconds, included
/// @param maxTime epoch milliseconds, not included
/// @param parents names of the blocks that it was made of
/// @param deletable whether it is about to be deleted
/// @param hints what kind of samples it was made of, where not of all in order
record BlockMeta(
    String ulid,
    long minTime,
    long maxTime,
    List<String> parents,
    boolean deletable,
    List<String> hints) {
  private static final long MINUTE = 60_000;

  /// {@return whether the block holds all in-order samples of its time}
  boolean inOrder() {
    return !hints.contains("from-out-of-order")
        && !hints.contains("from-stale-series")
        && !hints.contains("from-selected-series");
  }

  /// Reads a file.
  ///
  /// @throws DamagedException if it is no description of a block, or one of another version
  /// @throws IOException if it cannot be read
  static BlockMeta read(Path path) throws IOException, DamagedException {
    Object read = MetaJson.read(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
    if (!(read instanceof Map<?, ?> meta)) {
      throw new DamagedException("a block's meta.json is a JSON object");
    }
    long version = number(meta, "version");
    if (version != 1) {
      throw new DamagedException("unexpected meta file version " + version);
    }
    refuseDownsampled(object(meta, "thanos"));
    Map<?, ?> compaction = object(meta, "compaction");
    return new BlockMeta(
        text(meta, "ulid"),
        number(meta, "minTime"),
        number(meta, "maxTime"),
        parents(compaction),
        Boolean.TRUE.equals(compaction.get("deletable")),
        hints(compaction));
  }

  // Its chunks have the sum, count, least, greatest and last value of each stretch of time.
  private static void refuseDownsampled(Map<?, ?> thanos) throws DamagedException {
    long resolution = number(object(thanos, "downsample"), "resolution");
    if (resolution > 0) {
      throw new DamagedException(
          "downsampled by Thanos to "
              + resolution / MINUTE
              + "m: it has no samples, those are in the block that it was made of");
    }
  }

  private static Map<?, ?> object(Map<?, ?> object, String name) {
    return object.get(name) instanceof Map<?, ?> written ? written : Map.of();
  }

  private static String text(Map<?, ?> object, String name) {
    return object.get(name) instanceof String text ? text : "";
  }

  private static long number(Map<?, ?> object, String name) throws DamagedException {
    Object value = object.get(name);
    if (value == null) {
      return 0;
    }
    if (!(value instanceof Long number)) {
      throw new DamagedException(name + " is not a whole number");
    }
    return number;
  }

  private static List<String> parents(Map<?, ?> compaction) {
    List<String> parents = new ArrayList<>();
    for (Object parent : list(compaction, "parents")) {
      if (parent instanceof Map<?, ?> block && block.get("ulid") instanceof String ulid) {
        parents.add(ulid);
      }
    }
    return parents;
  }

  private static List<String> hints(Map<?, ?> compaction) {
    List<String> hints = new ArrayList<>();
    for (Object hint : list(compaction, "hints")) {
      if (hint instanceof String text) {
        hints.add(text);
      }
    }
    return hints;
  }

  private static List<?> list(Map<?, ?> object, String name) {
    return object.get(name) instanceof List<?> list ? list : List.of();
  }
}
