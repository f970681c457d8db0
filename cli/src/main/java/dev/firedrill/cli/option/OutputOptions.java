package dev.firedrill.cli.option;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.input.AtomicFile;
import dev.firedrill.cli.report.FoldedText;
import dev.firedrill.cli.report.Format;
import dev.firedrill.cli.report.Report;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.series.text.Packing;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where results go and how they look: `--format`, `--output`, `--color`, `--quiet`.
public final class OutputOptions {
  private static final int WIDTH = 100;
  private static final String STANDARD_OUTPUT = "-";
  private static final int LEAST_WIDTH = 40;

  private final List<Format> offered;
  private final Values formats;
  private final Value file;
  private final ConsoleOptions console;

  private final Map<Value, Format> more = new LinkedHashMap<>();

  // Whether a file takes the place of standard output.
  private boolean instead;

  // A file is not looked at in the terminal that the process has.
  private boolean inFile;

  /// Declares the options.
  ///
  /// @param offered the formats that the command knows; the first is the default
  public OutputOptions(Options options, Format... offered) {
    this(options, List.of(offered));
  }

  private OutputOptions(Options options, List<Format> offered) {
    this.offered = offered;
    formats =
        options.values(
            "--format", "F[=FILE]", "output format: " + words() + "; may be given several times");
    file = options.value("--output", "FILE", "write the format into a file, text to the terminal");
    console = new ConsoleOptions(options);
    options.whenParsed(this::plan);
  }

  /// {@return the options of a command that finds something: with all formats for that, text first}
  ///
  /// @param more what else the command knows
  public static OutputOptions ofFindings(Options options, Format... more) {
    List<Format> formats =
        new ArrayList<>(
            List.of(
                Format.TEXT,
                Format.JSON,
                Format.SARIF,
                Format.GITHUB,
                Format.GITLAB,
                Format.CHECKSTYLE,
                Format.JUNIT,
                Format.TEAMCITY));
    formats.addAll(List.of(more));
    return new OutputOptions(options, formats);
  }

  /// Says that the formats are data rather than results: what goes into a file is not printed, too,
  /// a file whose name ends in `.gz` or `.zst` is packed, and one whose ending says another format
  /// is refused: nobody could read it back.
  public OutputOptions ofData() {
    instead = true;
    return this;
  }

  /// Makes an option with a file short for `--format F=FILE`.
  public void shorthand(Value path, Format format) {
    more.put(path, format);
  }

  /// {@return the file given by `--output`; empty where none is, or standard output}
  public String file() {
    String given = file.orElse("");
    return given.equals(STANDARD_OUTPUT) ? "" : given;
  }

  /// {@return whether a format was asked for, by `--format` or what is short for it}
  public boolean formatGiven() {
    return !formats.get().isEmpty()
        || more.keySet().stream().anyMatch(each -> each.get().isPresent());
  }

  /// {@return whether a summary is unwanted}
  public boolean quiet() {
    return console.quiet();
  }

  /// {@return whether more than usual is wanted}
  public boolean verbose() {
    return console.verbose();
  }

  /// {@return how many columns text may fill: `COLUMNS`, else those of the terminal, else 100}
  public static int width() {
    int known = knownWidth();
    return known > 0 ? known : WIDTH;
  }

  /// {@return the report with lines folded that are longer than the width, where one is known}
  public static Report folded(Report report) {
    int known = knownWidth();
    return known > 0 ? new FoldedText(report, known) : report;
  }

  // The start script asks the terminal, if there is one. Shells do not export what they know.
  private static int knownWidth() {
    int told = columns(System.getenv("COLUMNS"));
    return told > 0 ? told : columns(System.getProperty("firedrill.columns"));
  }

  private static int columns(@Nullable String text) {
    try {
      int columns = text == null ? 0 : Integer.parseInt(text.strip());
      return columns > 0 ? Math.max(LEAST_WIDTH, columns) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /// {@return whether text on standard output is to be coloured}
  public boolean colored(Session session) {
    return switch (console.color()) {
      case "always" -> true;
      case "never" -> false;
      default -> session.terminal() && !inFile && !colorUnwanted();
    };
  }

  // Set to nothing, the variable says nothing.
  private static boolean colorUnwanted() {
    String value = System.getenv("NO_COLOR");
    return value != null && !value.isEmpty();
  }

  /// Writes a report in each format asked for, where it was asked for.
  ///
  /// @param reports makes the report in one of the offered formats
  public void deliver(Session session, Function<Format, Report> reports) throws IOException {
    Plan plan = plan();
    for (Format format : plan.printed()) {
      reports.apply(format).write(session.out());
    }
    inFile = true;
    for (Map.Entry<String, Format> entry : plan.files().entrySet()) {
      Report report = reports.apply(entry.getValue());
      String path = entry.getKey();
      Packing packing = instead ? Packing.ofName(path) : Packing.PLAIN;
      AtomicFile.write(session.resolve(path), out -> write(report, packing, out));
    }
  }

  private static void write(Report report, Packing packing, OutputStream file) throws IOException {
    OutputStream out = packing.pack(file);
    try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      report.write(writer);
    }
  }

  /// {@return whether a format is printed or written}
  public boolean wants(Format format) {
    Plan plan = plan();
    return plan.printed().contains(format) || plan.files().containsValue(format);
  }

  /// {@return what is written into files: the format of each, in the order given}
  public Map<String, Format> files() {
    return plan().files();
  }

  private Plan plan() {
    List<Format> printed = new ArrayList<>();
    Map<String, Format> files = new LinkedHashMap<>();
    for (String given : formats.get()) {
      int equals = given.indexOf('=');
      if (equals < 0 || given.substring(equals + 1).equals(STANDARD_OUTPUT)) {
        print(format(equals < 0 ? given : given.substring(0, equals)), printed);
      } else if (equals == given.length() - 1) {
        throw new UsageException("--format '" + given + "': no file after the equals sign");
      } else {
        put(files, given.substring(equals + 1), format(given.substring(0, equals)));
      }
    }
    more.forEach((path, format) -> path.get().ifPresent(given -> put(files, given, format)));
    if (files.containsKey(STANDARD_OUTPUT)) {
      print(files.remove(STANDARD_OUTPUT), printed);
    }
    if (printed.size() > 1) {
      throw severalPrinted(printed);
    }
    if (file.get().isPresent() && !file.required().equals(STANDARD_OUTPUT)) {
      put(files, file.required(), printed.isEmpty() ? offered.getFirst() : printed.getLast());
      printed.clear();
    }
    if (printed.isEmpty() && !(instead && !files.isEmpty())) {
      printed.add(offered.getFirst());
    }
    if (instead) {
      files.forEach((path, format) -> DataEnding.check(path, format, offered));
    }
    return new Plan(printed, files);
  }

  private static void print(Format format, List<Format> printed) {
    if (!printed.contains(format)) {
      printed.add(format);
    }
  }

  private static UsageException severalPrinted(List<Format> printed) {
    Format second = printed.get(1);
    return new UsageException(
        "--format "
            + printed.getFirst().word()
            + " and --format "
            + second.word()
            + " cannot go to one place: give all but one a file, as --format "
            + second.word()
            + "=FILE");
  }

  private static void put(Map<String, Format> files, String path, Format format) {
    Format other = files.putIfAbsent(path, format);
    if (other != null && other != format) {
      throw new UsageException(
          path + " cannot hold both " + other.word() + " and " + format.word());
    }
  }

  private Format format(String word) {
    List<String> known = new ArrayList<>();
    for (Format format : offered) {
      if (format.word().equals(word)) {
        return format;
      }
      known.add(format.word());
    }
    String hint =
        Spelling.nearest(word, known)
            .map(near -> "did you mean " + near + "?")
            .orElse("expected " + words());
    throw new UsageException("unknown format '" + word + "': " + hint);
  }

  private String words() {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < offered.size(); i++) {
      String separator = i == 0 ? "" : i == offered.size() - 1 ? " or " : ", ";
      words.append(separator).append(offered.get(i).word());
    }
    return words.toString();
  }

  /// @param printed on standard output
  /// @param files by path
  private record Plan(List<Format> printed, Map<String, Format> files) {}
}
