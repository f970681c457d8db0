package dev.firedrill.series.tsdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the blocks of a data folder.
final class DataFolder {
  // Prometheus takes small letters, too.
  private static final Pattern ULID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}");
  // A server may delete a block between listing and opening it.
  private static final int ATTEMPTS = 3;

  private DataFolder() {}

  /// {@return whether a folder is a block}
  static boolean isBlock(Path folder) {
    return Files.isRegularFile(folder.resolve("meta.json"))
        && Files.isRegularFile(folder.resolve("index"));
  }

  /// {@return whether a folder is one in which Prometheus keeps its data}
  static boolean isData(Path folder) throws IOException {
    return Files.exists(folder.resolve("wal"), LinkOption.NOFOLLOW_LINKS)
        || !candidates(folder).isEmpty();
  }

  private static List<Path> candidates(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> ULID.matcher(name(file)).matches())
          .filter(Files::isDirectory)
          .sorted((one, other) -> name(other).compareToIgnoreCase(name(one)))
          .toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /// Opens all blocks of a folder that no other block replaces, the newest first.
  ///
  /// @throws IOException if a file cannot be read
  static List<Block> open(Path folder, DamageLog log) throws IOException {
    for (int attempt = 1; ; attempt++) {
      List<Block> opened = new ArrayList<>();
      try {
        openAll(folder, log, opened);
        return opened;
      } catch (NoSuchFileException e) {
        for (Block block : opened) {
          block.close();
        }
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static void openAll(Path folder, DamageLog log, List<Block> opened) throws IOException {
    List<Found> found = new ArrayList<>();
    Set<String> replaced = new HashSet<>();
    for (Path path : candidates(folder)) {
      Path description = path.resolve("meta.json");
      try {
        BlockMeta meta = BlockMeta.read(description);
        replaced.addAll(meta.parents());
        found.add(new Found(path, meta));
      } catch (NoSuchFileException none) {
        log.add(
            description, 0, "a block without its description, which Prometheus passes over too");
      } catch (DamagedException e) {
        log.add(description, 0, e.text() + "; the block is passed over");
      }
    }
    KeptEntries kept = new KeptEntries();
    for (Found block : found) {
      if (!block.meta.deletable() && !replaced.contains(block.meta.ulid())) {
        open(block, kept, log, opened);
      }
    }
  }

  private record Found(Path path, BlockMeta meta) {}

  private static void open(Found block, KeptEntries kept, DamageLog log, List<Block> opened)
      throws IOException {
    try {
      opened.add(Block.open(block.path, block.meta, kept, log));
    } catch (DamagedException e) {
      log.add(block.path.resolve("index"), 0, e.text() + "; the block is passed over");
    } catch (NoSuchFileException e) {
      // A server renames a block before it deletes anything in it.
      if (!Files.exists(block.path.resolve("meta.json"))) {
        throw e;
      }
      log.add(block.path.resolve("index"), 0, "no such file; the block is passed over");
    }
  }
}
