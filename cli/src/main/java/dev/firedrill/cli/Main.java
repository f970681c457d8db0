package dev.firedrill.cli;

import dev.firedrill.cli.command.Catalog;
import dev.firedrill.cli.command.Command;
import dev.firedrill.cli.console.Aftermath;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.ExitStatus;
import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.StandardOutput;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.console.Version;
import dev.firedrill.cli.option.Options;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticText;
import dev.firedrill.diagnostic.FileNames;
import dev.firedrill.diagnostic.SecretMasking;
import dev.firedrill.diagnostic.TextStyle;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The program: finds the command asked for, builds that one, runs it. The only place where
/// exceptions become messages and exit statuses.
public final class Main {
  private Main() {}

  /// Runs the command line and ends the process.
  public static void main(String[] args) {
    StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    Path here = Path.of("");
    Session session =
        new Session(
            here,
            new FileInputStream(FileDescriptor.in),
            writer(out),
            writer(new FileOutputStream(FileDescriptor.err)),
            Boolean.getBoolean("firedrill.terminal"),
            Boolean.getBoolean("firedrill.watched"),
            new Aftermath(),
            here);
    int status = run(session, out, args);
    // Nothing is left to clean up, and an orderly shutdown takes a millisecond or two.
    Runtime.getRuntime().halt(status);
  }

  /// Runs a command line.
  ///
  /// @return the exit status: see [ExitStatus]
  public static int run(Session session, String... args) {
    try {
      return dispatch(session, List.of(args));
    } catch (UsageException e) {
      return fail(session, e.getMessage() + "\nTry 'firedrill " + helpFor(args) + "--help'.");
    } catch (RejectedException e) {
      session.out().flush();
      session.err().print(masked().render(e.diagnostics()));
      return ExitStatus.FAILED;
    } catch (CommandException e) {
      return fail(session, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return fail(session, describe(e));
    } catch (InvalidPathException e) {
      return fail(session, e.getInput() + ": " + unnameable(e));
    } catch (UncheckedIOException e) {
      IOException cause = e.getCause();
      return fail(session, cause == null ? String.valueOf(e.getMessage()) : describe(cause));
    } catch (OutOfMemoryError e) {
      return fail(
          session,
          "not enough memory for this ("
              + e.getMessage()
              + "): FIREDRILL_JAVA_OPTS=-Xmx8g gives 8 GiB");
    } catch (RuntimeException | StackOverflowError e) {
      if (System.getenv("FIREDRILL_DEBUG") != null) {
        e.printStackTrace(session.err());
      }
      return fail(session, "this is a bug in firedrill: " + e + " (FIREDRILL_DEBUG=1 shows where)");
    } finally {
      session.out().flush();
      session.err().flush();
    }
  }

  /// Runs a command line whose standard output may turn out not to take what is written.
  static int run(Session session, StandardOutput out, String... args) {
    String encoding = System.getProperty("sun.jnu.encoding");
    if (!"UTF-8".equals(encoding) && String.join("", args).indexOf('\uFFFD') >= 0) {
      return complain(
          session,
          "the arguments hold what the locale's encoding, "
              + encoding
              + ", has not: set LC_ALL=C.UTF-8");
    }
    int status = run(session, args);
    Optional<String> lost = out.lost();
    return lost.isEmpty() ? status : complain(session, "standard output: " + lost.get());
  }

  private static int complain(Session session, String message) {
    fail(session, message);
    session.err().flush();
    return ExitStatus.FAILED;
  }

  private static int dispatch(Session session, List<String> args) throws IOException {
    if (args.isEmpty()) {
      HelpPage.overview(session.err());
      return ExitStatus.FAILED;
    }
    return switch (args.getFirst()) {
      case "-h", "--help" -> {
        HelpPage.overview(session.out());
        yield ExitStatus.OK;
      }
      case "--version" -> {
        Version.print(session.out());
        yield ExitStatus.OK;
      }
      case "help" -> HelpPage.topic(session, args.subList(1, args.size()));
      default -> runCommand(session, args);
    };
  }

  private static int runCommand(Session session, List<String> args) throws IOException {
    CommandName name = CommandName.find(args);
    List<String> rest = args.subList(name.length(), args.size());
    if (name.isGroup()) {
      return group(session, name, rest);
    }
    Options options = new Options();
    Command command = Catalog.open(name.path(), options);
    options.parse(rest);
    if (options.helpRequested()) {
      HelpPage.command(session.out(), name.path(), options);
      return ExitStatus.OK;
    }
    boolean ended = false;
    try {
      int status = command.run(session);
      ended = true;
      return tellAftermath(session) && status == ExitStatus.OK ? ExitStatus.FAILED : status;
    } finally {
      // What ends a command may be due to what is told here
      if (!ended) {
        tellAftermath(session);
      }
    }
  }

  /// {@return whether there was something to tell}
  private static boolean tellAftermath(Session session) {
    List<Diagnostic> diagnostics = session.aftermath().diagnostics();
    List<String> failures = session.aftermath().failures();
    session.out().flush();
    if (!diagnostics.isEmpty()) {
      session.err().print(masked().render(diagnostics));
    }
    for (String warning : session.aftermath().warnings()) {
      session.err().println("firedrill: warning: " + warning);
    }
    for (String failure : failures) {
      fail(session, failure);
    }
    return !diagnostics.isEmpty() || !failures.isEmpty();
  }

  private static int group(Session session, CommandName name, List<String> rest) {
    boolean asked = !rest.isEmpty() && (rest.contains("--help") || rest.contains("-h"));
    HelpPage.group(asked ? session.out() : session.err(), name.path());
    return asked ? ExitStatus.OK : ExitStatus.FAILED;
  }

  private static String helpFor(String... args) {
    StringBuilder words = new StringBuilder();
    for (String word : CommandName.knownWords(Arrays.asList(args))) {
      words.append(word).append(' ');
    }
    return words.toString();
  }

  // What ends a command may stand in a file that holds secrets.
  private static DiagnosticText masked() {
    return new DiagnosticText(TextStyle.PLAIN.withMasking(new SecretMasking()));
  }

  private static int fail(Session session, String message) {
    session.out().flush();
    session.err().println("firedrill: " + message);
    return ExitStatus.FAILED;
  }

  private static String describe(IOException e) {
    return switch (e) {
      case NoSuchFileException missing ->
          missing.getFile()
              + ": "
              + FileNames.missing(missing.getFile(), Path.of(missing.getFile()));
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case FileSystemException other when other.getReason() != null ->
          other.getFile() + ": " + other.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  // A name may hold anything but NUL; what else fails is the locale's encoding.
  private static String unnameable(InvalidPathException e) {
    return e.getInput().indexOf('\0') >= 0
        ? "no file has a name with a NUL in it"
        : "no name of a file in the locale's encoding, "
            + System.getProperty("sun.jnu.encoding")
            + ": set LC_ALL=C.UTF-8";
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
  }
}
