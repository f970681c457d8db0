package dev.firedrill.cli.html;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A browser without windows, where one is installed.
public record Browser(Path program) {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  /// {@return the browser on the PATH}
  public static Optional<Browser> find() {
    String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String folder : folders.split(Pattern.quote(File.pathSeparator), -1)) {
      for (String name : NAMES) {
        Path program = Path.of(folder, name);
        if (Files.isExecutable(program)) {
          return Optional.of(new Browser(program));
        }
      }
    }
    return Optional.empty();
  }

  /// {@return the document after its scripts have run}
  /// @param profile a folder that the browser may fill
  public String document(Path page, String fragment, Path profile) {
    try {
      Path out = profile.resolveSibling("document.html");
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "--headless",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--window-size=1280,900",
                  "--user-data-dir=" + profile,
                  "--dump-dom",
                  page.toUri() + "#" + fragment)
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        end(process, profile);
        throw new IllegalStateException("the browser does not come to an end");
      }
      end(process, profile);
      return Files.readString(out, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// {@return what a page writes on the console behind a mark, the first time that it does, or
  ///     the whole line of an error that nobody catches; empty where there is neither within two
  ///     minutes}
  ///
  /// The page lives in real time and is painted, unlike that of [#document].
  ///
  /// @param profile a folder that the browser may fill
  public Optional<String> console(Path page, String fragment, String mark, Path profile) {
    return console(page, fragment, mark, profile, 1280);
  }

  /// Does the same in a window of another width.
  public Optional<String> console(
      Path page, String fragment, String mark, Path profile, int width) {
    try {
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "--headless",
                  "--no-sandbox",
                  "--disable-gpu",
                  "--enable-logging=stderr",
                  "--remote-debugging-port=0",
                  "--window-size=" + width + ",900",
                  "--user-data-dir=" + profile,
                  page.toUri() + "#" + fragment)
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      CompletableFuture<Void> end =
          CompletableFuture.runAsync(
              process::destroyForcibly, CompletableFuture.delayedExecutor(2, TimeUnit.MINUTES));
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        return lines
            .lines()
            .filter(line -> line.contains(mark) || line.contains("Uncaught"))
            .map(
                line ->
                    line.contains(mark) ? line.substring(line.indexOf(mark) + mark.length()) : line)
            .findFirst();
      } finally {
        end.cancel(false);
        end(process, profile);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  // What a browser has started outlives it, and goes on writing to the profile.
  private static void end(Process process, Path profile) throws InterruptedException {
    List<ProcessHandle> others = new ArrayList<>(process.descendants().toList());
    process.destroyForcibly();
    process.waitFor();
    ProcessHandle.allProcesses().filter(other -> uses(other, profile)).forEach(others::add);
    others.forEach(ProcessHandle::destroyForcibly);
    others.forEach(other -> other.onExit().join());
  }

  private static boolean uses(ProcessHandle process, Path profile) {
    String[] words = process.info().arguments().orElse(new String[0]);
    return String.join(" ", words).contains(profile.toString());
  }
}
