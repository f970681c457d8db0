import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Formats every Java file below the current folder with google-java-format, or checks that it is
/// formatted. Run by the build on the selected JDK, because the formatter needs a newer one than
/// Maven itself may be running on.
///
/// Arguments: `check` (exit 1 and name the files that differ) or `write` (rewrite them).
public final class Format {
  public static void main(String[] args) throws Exception {
    boolean write = args.length > 0 && args[0].equals("write");
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    List<Path> differing = new ArrayList<>();
    for (Path file : sources(Path.of(""))) {
      String before = Files.readString(file);
      String after = format(formatter, file, before);
      if (!after.equals(before)) {
        differing.add(file);
        if (write) {
          Files.writeString(file, after);
        }
      }
    }
    if (write || differing.isEmpty()) {
      return;
    }
    differing.forEach(file -> System.err.println("not formatted: " + file));
    System.err.println("run `mvn -q -N validate -Dformat=write` to format them");
    System.exit(1);
  }

  private static String format(Formatter formatter, Path file, String source) {
    try {
      return formatter.formatSourceAndFixImports(source);
    } catch (Exception e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().matches("(.*/)?target/.*"))
          .sorted()
          .toList();
    }
  }
}
