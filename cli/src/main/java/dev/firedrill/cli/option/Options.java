package dev.firedrill.cli.option;

import dev.firedrill.cli.console.UsageException;
import dev.firedrill.diagnostic.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The options and arguments of one command. A command declares them in its constructor and keeps
/// the handles; [#parse] then gives the handles their values.
///
/// The model is built by hand, not by annotations: reading annotations costs more time than the
/// rest of a short run.
public final class Options {
  private static final List<String> PLACES =
      List.of("FILE", "PATH", "DIR", "FOLDER", "SOURCE", "GLOB", "URL", "OLD", "NEW", "REV");

  private final CommandSpec spec = CommandSpec.create();
  private final List<Described> described = new ArrayList<>();
  private final List<Described> arguments = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();
  private final List<Runnable> checks = new ArrayList<>();
  private final Map<Class<?>, Object> groups = new HashMap<>();
  private final Flag help;
  private @Nullable Words words;
  private @Nullable Words behind;

  /// Only `--help` at first.
  public Options() {
    spec.parser()
        .expandAtFiles(false)
        .overwrittenOptionsAllowed(true)
        .posixClusteredShortOptionsAllowed(false);
    help = flag("-h, --help", "show this and do nothing else");
  }

  /// {@return a group of options that several others build on: declared at its first use}
  public <T> T shared(Class<T> type, Function<Options, T> declaration) {
    T known = type.cast(groups.get(type));
    if (known != null) {
      return known;
    }
    T declared = declaration.apply(this);
    groups.put(type, declared);
    return declared;
  }

  /// Declares an option without a value.
  ///
  /// @param names such as `-q, --quiet`
  public Flag flag(String names, String text) {
    described.add(new Described(names, text));
    return new Flag(add(option(names).arity("0").type(boolean.class)));
  }

  /// Declares an option with one value, which may be given once.
  ///
  /// @param names such as `--output`
  /// @param label what the value is, such as `FILE`
  public Value value(String names, String label, String text) {
    described.add(new Described(names + " " + label, text));
    return new Value(names, add(option(names).arity("1").type(String.class).paramLabel(label)));
  }

  /// Declares an option that may be given several times, each time with one value.
  public Values values(String names, String label, String text) {
    described.add(new Described(names + " " + label, text));
    return new Values(
        names,
        add(
            option(names)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)));
  }

  /// Declares an argument that must be given.
  public Value argument(String label, String text) {
    arguments.add(new Described(label, text));
    return new Value(label, addPositional(positional(label, "1").type(String.class)));
  }

  /// Declares an argument that may be left out.
  ///
  /// @param label in brackets, such as `[NEW]`
  public Value optional(String label, String text) {
    arguments.add(new Described(label, text));
    return new Value(label, addPositional(positional(label, "0..1").type(String.class)));
  }

  /// Declares arguments that stand behind `--`, so that nothing before it is taken for one.
  ///
  /// @param label such as `[-- PATH...]`
  public Words behindDashes(String label, String text) {
    arguments.add(new Described(label, text));
    Words taken = new Words();
    behind = taken;
    return taken;
  }

  /// Declares any number of arguments; the last one declared.
  ///
  /// @param label such as `PATH...`; in brackets when there may be none
  public Values arguments(String label, String text) {
    arguments.add(new Described(label, text));
    String arity = label.startsWith("[") ? "0..*" : "1..*";
    return new Values(
        label,
        addPositional(positional(label, arity).type(List.class).auxiliaryTypes(String.class)));
  }

  /// Declares that all words are taken as they are: for a command that reads them in another
  /// program's way.
  public Words words(String label, String text) {
    arguments.add(new Described(label, text));
    Words taken = new Words();
    words = taken;
    return taken;
  }

  /// Has values looked at as soon as they are given, alone or together, before any work is done.
  ///
  /// @param check throws a [UsageException] where they make no sense
  public void whenParsed(Runnable check) {
    checks.add(check);
  }

  /// Adds an example to the help.
  public void example(String commandLine, String text) {
    examples.add(new Example(commandLine, text));
  }

  /// Gives the handles their values.
  ///
  /// @throws UsageException when the words do not fit the declarations
  public void parse(List<String> given) {
    Words all = words;
    if (all != null) {
      all.set(given);
      return;
    }
    int end = given.size();
    Words last = behind;
    int dashes = given.indexOf("--");
    if (last != null && dashes >= 0) {
      last.set(given.subList(dashes + 1, given.size()));
      if (last.get().contains("")) {
        throw empty("PATH");
      }
      end = dashes;
    }
    try {
      ParseResult result =
          new CommandLine(spec).parseArgs(parted(given.subList(0, end)).toArray(new String[0]));
      if (!help.given()) {
        checkOnce(result);
      }
    } catch (UnmatchedArgumentException e) {
      throw new UsageException(unmatched(e.getUnmatched().getFirst()));
    } catch (MissingParameterException e) {
      if (!help.given()) {
        throw new UsageException(missing(e.getMissing().getFirst()));
      }
    } catch (ParameterException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
    if (!help.given()) {
      checkPlaces();
      checks.forEach(Runnable::run);
    }
  }

  // Those of a list are not Strings. To take the last would hide the others without a word.
  private void checkOnce(ParseResult result) {
    for (OptionSpec option : result.matchedOptions()) {
      List<String> values = option.originalStringValues();
      if (option.type() == String.class && values.size() > 1) {
        throw new UsageException(
            "option "
                + option.longestName()
                + " is given twice: '"
                + values.get(0)
                + "' and '"
                + values.get(1)
                + "'");
      }
    }
  }

  /// {@return the words, with numbers parted from the letters that they stand behind: `-j2` is `-j
  /// 2`}
  private List<String> parted(List<String> given) {
    List<String> words = new ArrayList<>(given.size());
    String before = "";
    for (String word : given) {
      boolean behindLetter =
          word.length() > 2
              && word.charAt(1) != '-'
              && word.chars().skip(2).allMatch(Character::isDigit)
              && takesValue(word.substring(0, 2))
              && !takesValue(before);
      if (behindLetter) {
        words.add(word.substring(0, 2));
        words.add(word.substring(2));
      } else {
        words.add(word);
      }
      before = word;
    }
    return words;
  }

  private boolean takesValue(String name) {
    OptionSpec option = spec.optionsMap().get(name);
    return option != null && option.arity().max() > 0;
  }

  /// An empty word where a file, folder or server is to be named comes from a variable that is not
  /// set: it would silently mean the current folder.
  private void checkPlaces() {
    for (ArgSpec arg : spec.args()) {
      if (arg.stringValues().contains("") && isPlace(arg.paramLabel())) {
        String name =
            arg instanceof OptionSpec option ? option.longestName() : bare(arg.paramLabel());
        throw empty(name);
      }
    }
  }

  private static UsageException empty(String name) {
    return new UsageException(name + " is empty: is a variable not set?");
  }

  private static String bare(String label) {
    return label.replace("[", "").replace("...", "").replace("]", "");
  }

  private static boolean isPlace(String label) {
    for (String word : PLACES) {
      if (label.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// {@return whether help was asked for}
  public boolean helpRequested() {
    return help.given();
  }

  /// {@return the arguments, in order}
  public List<Described> arguments() {
    return List.copyOf(arguments);
  }

  /// {@return the options, in order of declaration}
  public List<Described> options() {
    return List.copyOf(described);
  }

  /// {@return the examples}
  public List<Example> examples() {
    return List.copyOf(examples);
  }

  private static OptionSpec.Builder option(String names) {
    return OptionSpec.builder(names.split(", ", -1));
  }

  private PositionalParamSpec.Builder positional(String label, String arity) {
    String index = arity.endsWith("1") ? String.valueOf(arguments.size() - 1) : restIndex();
    return PositionalParamSpec.builder().paramLabel(label).index(index).arity(arity);
  }

  private String restIndex() {
    return arguments.size() - 1 + "..*";
  }

  private ArgSpec add(OptionSpec.Builder builder) {
    OptionSpec option = builder.build();
    spec.addOption(option);
    return option;
  }

  private ArgSpec addPositional(PositionalParamSpec.Builder builder) {
    PositionalParamSpec argument = builder.build();
    spec.addPositional(argument);
    return argument;
  }

  private String unmatched(String word) {
    if (!word.startsWith("-") || word.equals("-")) {
      return "unexpected argument '" + word + "'";
    }
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    String hint =
        Spelling.nearest(name, spec.optionsMap().keySet())
            .map(near -> "did you mean " + near + "?")
            .orElse("put -- before an argument that starts with -");
    return "unknown option '" + name + "': " + hint;
  }

  private static String missing(ArgSpec missing) {
    return missing instanceof OptionSpec option
        ? "option " + option.longestName() + " needs a value"
        : "missing argument " + missing.paramLabel();
  }

  /// An option or argument and what it is for.
  ///
  /// @param usage as in the help: `-q, --quiet` or `--output FILE`
  public record Described(String usage, String text) {}

  /// A command line worth showing.
  public record Example(String commandLine, String text) {}
}
