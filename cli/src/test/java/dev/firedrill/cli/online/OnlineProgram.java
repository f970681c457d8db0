package dev.firedrill.cli.online;

import dev.firedrill.testkit.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Runs the program with a server beside it, where a page has the series of one: wherever
/// `http://localhost:19090` is written, that server is meant.
public record OnlineProgram(Program program) implements Program {
  private static final String EXAMPLE = "http://localhost:19090";

  @Override
  public int run(Invocation invocation) {
    Path folder = invocation.directory();
    if (!Files.exists(folder.resolve("server.om"))) {
      return program.run(invocation);
    }
    try (RecordedServer server = new RecordedServer(folder)) {
      replace(folder, EXAMPLE, server.url());
      StringBuilder out = new StringBuilder();
      StringBuilder err = new StringBuilder();
      List<String> arguments =
          invocation.arguments().stream().map(each -> each.replace(EXAMPLE, server.url())).toList();
      int status = program.run(new Invocation(folder, invocation.input(), out, err, arguments));
      replace(folder, server.url(), EXAMPLE);
      invocation.out().append(out.toString().replace(server.url(), EXAMPLE));
      invocation.err().append(err.toString().replace(server.url(), EXAMPLE));
      return status;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void replace(Path folder, String from, String to) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        if (text.contains(from)) {
          Files.writeString(file, text.replace(from, to));
        }
      }
    }
  }
}
