package dev.firedrill.cli.kingpin;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.kingpin.Words.Token;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads command lines against a model, with kingpin's errors.
public final class CommandLineParser {
  private static final String HELP = "help";

  private final Session session;
  private final List<CommandModel> path = new ArrayList<>();
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private List<ArgumentModel> open = List.of();
  private Invocation.Wants wants = Invocation.Wants.RUN;

  private CommandLineParser(Session session) {
    this.session = session;
  }

  /// Reads a command line.
  ///
  /// @param model the program, with its flags `help` and `version` among the others
  /// @throws UsageError where the program does not take it
  public static Invocation parse(CommandModel model, List<String> words, Session session)
      throws UsageError {
    return new CommandLineParser(session).parse(model, words);
  }

  private Invocation parse(CommandModel model, List<String> arguments) throws UsageError {
    enter(model);
    Words words = new Words(arguments);
    while (!words.atEnd()) {
      if (!words.wordIsNext()) {
        flag(words);
      } else if (!word(words)) {
        throw new UsageError("unexpected " + next(words).text());
      }
      if (wants == Invocation.Wants.ELSEWHERE) {
        return result();
      }
    }
    CommandModel meant = last().defaultCommand();
    while (wants == Invocation.Wants.RUN && meant != null) {
      enter(meant);
      meant = last().defaultCommand();
    }
    if (arguments.isEmpty()) {
      wants = Invocation.Wants.HELP;
    }
    if (wants == Invocation.Wants.RUN) {
      checkComplete();
    }
    return result();
  }

  private Invocation result() {
    return new Invocation(path, values, wants);
  }

  private CommandModel last() {
    return path.getLast();
  }

  private void enter(CommandModel command) {
    path.add(command);
    open = command.arguments();
    if (!command.covered()) {
      wants = Invocation.Wants.ELSEWHERE;
    }
  }

  /// {@return whether a word is wanted here}
  private boolean word(Words words) throws UsageError {
    if (!last().commands().isEmpty()) {
      command(next(words).text(), words);
      return true;
    }
    if (open.isEmpty()) {
      return false;
    }
    ArgumentModel argument = open.getFirst();
    String value = next(words).text();
    if (argument.file()) {
      checkFile(value);
    }
    put("<" + argument.name() + ">", value);
    if (!argument.many()) {
      open = open.subList(1, open.size());
    }
    return true;
  }

  private void command(String word, Words words) throws UsageError {
    CommandModel command = last().command(word);
    CommandModel fallback = last().defaultCommand();
    if (command != null) {
      enter(command);
    } else if (path.size() == 1 && word.equals(HELP)) {
      helpOn(words);
    } else if (fallback != null && wants == Invocation.Wants.RUN) {
      enter(fallback);
      if (open.isEmpty()) {
        throw new UsageError("unexpected " + word);
      }
      put("<" + open.getFirst().name() + ">", word);
    } else {
      throw new UsageError("expected command but got \"" + word + "\"");
    }
  }

  private void helpOn(Words words) throws UsageError {
    wants = Invocation.Wants.HELP;
    while (!words.atEnd() && words.wordIsNext() && !last().commands().isEmpty()) {
      String word = next(words).text();
      CommandModel command = last().command(word);
      if (command == null) {
        throw new UsageError("expected command but got \"" + word + "\"");
      }
      enter(command);
    }
  }

  private Token next(Words words) {
    return words.next(
        letter -> {
          FlagModel flag = flag(letter);
          return flag != null && !flag.isSwitch();
        });
  }

  private void flag(Words words) throws UsageError {
    Token token = next(words);
    boolean negated = false;
    FlagModel flag =
        switch (token) {
          case Token.LongFlag name -> flag(name.name());
          case Token.ShortFlag letter -> flag(letter.letter());
          case Token.Word _ -> null;
        };
    if (flag == null && token instanceof Token.LongFlag name && name.name().startsWith("no-")) {
      FlagModel positive = flag(name.name().substring(3));
      negated = positive != null && positive.isSwitch();
      flag = negated ? positive : null;
    }
    if (flag == null) {
      String kind = token instanceof Token.LongFlag ? "long" : "short";
      throw new UsageError("unknown " + kind + " flag '" + token.text() + "'");
    }
    if (flag.isSwitch()) {
      turn(flag, !negated);
      return;
    }
    if (words.atEnd() || !words.wordIsNext()) {
      throw new UsageError("expected argument for flag '" + token.text() + "'");
    }
    value(flag, next(words).text());
  }

  private void turn(FlagModel flag, boolean on) throws UsageError {
    if (flag.name().equals(HELP) && wants != Invocation.Wants.ELSEWHERE) {
      wants = Invocation.Wants.HELP;
    } else if (flag.name().equals("version") && wants == Invocation.Wants.RUN) {
      wants = Invocation.Wants.VERSION;
    }
    checkRepeated(flag);
    put(flag.name(), String.valueOf(on));
  }

  private void value(FlagModel flag, String value) throws UsageError {
    checkRepeated(flag);
    if (!flag.allowed().isEmpty() && !flag.allowed().contains(value)) {
      String choice = String.join(",", flag.allowed());
      throw new UsageError("enum value must be one of " + choice + ", got '" + value + "'");
    }
    if (flag.file()) {
      checkFile(value);
    }
    put(flag.name(), value);
  }

  private void checkRepeated(FlagModel flag) throws UsageError {
    if (!flag.many() && values.containsKey(flag.name())) {
      throw new UsageError("flag '" + flag.name() + "' cannot be repeated");
    }
  }

  private void checkFile(String path) throws UsageError {
    Path file = session.resolve(path);
    if (path.isEmpty() || !Files.exists(file)) {
      throw new UsageError("path '" + path + "' does not exist");
    }
    if (Files.isDirectory(file)) {
      throw new UsageError("'" + path + "' is a directory");
    }
  }

  private void checkComplete() throws UsageError {
    if (!last().commands().isEmpty()) {
      throw new UsageError("must select a subcommand of '" + result().command() + "'");
    }
    for (CommandModel command : path) {
      for (FlagModel flag : command.flags()) {
        if (flag.required() && !values.containsKey(flag.name())) {
          throw new UsageError("required flag --" + flag.name() + " not provided");
        }
      }
    }
    for (ArgumentModel argument : last().arguments()) {
      if (argument.required() && !values.containsKey("<" + argument.name() + ">")) {
        throw new UsageError("required argument '" + argument.name() + "' not provided");
      }
    }
  }

  private void put(String name, String value) {
    values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
  }

  private @Nullable FlagModel flag(String name) {
    for (CommandModel command : path) {
      for (FlagModel flag : command.flags()) {
        if (flag.name().equals(name)) {
          return flag;
        }
      }
    }
    return null;
  }

  private @Nullable FlagModel flag(char letter) {
    for (CommandModel command : path) {
      for (FlagModel flag : command.flags()) {
        if (flag.letter() == letter) {
          return flag;
        }
      }
    }
    return null;
  }
}
