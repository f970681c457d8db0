package dev.firedrill.cli.option;

import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.report.Format;
import dev.firedrill.series.text.Packing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the ending of a file says of the data in it.
public final class DataEnding {
  private DataEnding() {}

  /// Makes sure that data can be read back under a name. Endings that say nothing are fine, as data
  /// are recognised by what they are.
  ///
  /// @param path `.gz` and `.zst` at its end aside
  /// @param offered the formats that could have been chosen
  /// @throws UsageException when its ending says another format
  public static void check(String path, Format format, List<Format> offered) {
    String plain = Packing.unpackedName(path);
    if (!plain.equals(path) && format == Format.FIXTURE) {
      throw new UsageException(path + ": rule tests are not read packed: leave out .gz and .zst");
    }
    Format said = format(plain);
    if (said != null && said != format) {
      throw new UsageException(
          path
              + ": would be read as "
              + said.word()
              + ", and is to hold "
              + format.word()
              + ": name it "
              + ending(format)
              + (offered.contains(said) ? ", or say --format " + said.word() : ""));
    }
  }

  private static @Nullable Format format(String path) {
    if (path.endsWith(".json")) {
      return Format.JSON;
    }
    if (path.endsWith(".yml") || path.endsWith(".yaml")) {
      return Format.FIXTURE;
    }
    return path.endsWith(".om") || path.endsWith(".openmetrics") ? Format.OPENMETRICS : null;
  }

  private static String ending(Format format) {
    return switch (format) {
      case JSON -> "*.json";
      case FIXTURE -> "*.yml";
      default -> "*.om";
    };
  }
}
