package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/// Takes out of findings what comments silence, and reports comments that silence nothing.
public final class Suppressions {
  static final String UNUSED = "suppression/unused";
  private static final String EXPIRED = "suppression/expired";

  private final ScopedSettings settings;
  private final LocalDate today;
  private final List<Diagnostic> left = new ArrayList<>();
  private final IdentityHashMap<RuleFile, TextLines> texts = new IdentityHashMap<>();

  private Suppressions(ScopedSettings settings, LocalDate today) {
    this.settings = settings;
    this.today = today;
  }

  /// What comments make of findings.
  ///
  /// @param findings those that no comment silences, and findings about the comments
  /// @param silenced the others
  public record Outcome(List<Diagnostic> findings, List<Silenced> silenced) {
    public Outcome {
      findings = List.copyOf(findings);
      silenced = List.copyOf(silenced);
    }
  }

  /// {@return findings without those that are silenced, and findings about the comments}
  ///
  /// @param files those that the findings are about
  /// @param settings by which the checks were run
  /// @param today the day on which comments with a date still hold
  public static List<Diagnostic> apply(
      List<RuleFile> files, List<Diagnostic> findings, ScopedSettings settings, LocalDate today) {
    return split(files, findings, settings, today).findings();
  }

  /// {@return findings parted into those that are silenced and those that are not}
  ///
  /// @param files those that the findings are about
  /// @param settings by which the checks were run
  /// @param today the day on which comments with a date still hold
  public static Outcome split(
      List<RuleFile> files, List<Diagnostic> findings, ScopedSettings settings, LocalDate today) {
    Suppressions suppressions = new Suppressions(settings, today);
    IdentityHashMap<SourceFile, List<Diagnostic>> byFile = new IdentityHashMap<>();
    for (Diagnostic finding : findings) {
      byFile.computeIfAbsent(finding.location().file(), file -> new ArrayList<>()).add(finding);
    }
    IdentityHashMap<Diagnostic, Suppression> silenced = new IdentityHashMap<>();
    for (RuleFile file : files) {
      List<Diagnostic> own = byFile.getOrDefault(file.source(), List.of());
      suppressions.apply(file, own, silenced);
    }
    List<Diagnostic> rest = new ArrayList<>();
    List<Silenced> others = new ArrayList<>();
    for (Diagnostic finding : findings) {
      Suppression comment = silenced.get(finding);
      if (comment == null) {
        rest.add(finding);
      } else {
        others.add(new Silenced(finding, true, text(comment)));
      }
    }
    rest.addAll(suppressions.left);
    return new Outcome(rest, others);
  }

  /// Lines, from the first to the last.
  private record Lines(int first, int last) {}

  private void apply(
      RuleFile file, List<Diagnostic> findings, IdentityHashMap<Diagnostic, Suppression> silenced) {
    Loaded<List<Suppression>> loaded = SuppressionReader.read(file.source());
    List<Suppression> comments = loaded.get().orElse(List.of());
    left.addAll(loaded.diagnostics());
    for (int i = 0; i < comments.size(); i++) {
      Suppression comment = comments.get(i);
      LocalDate until = comment.until();
      if (comment.reach() == Suppression.Reach.END) {
        continue;
      }
      if (until != null && until.isBefore(today)) {
        left.add(
            Diagnostic.of(
                    EXPIRED,
                    Severity.WARNING,
                    "this comment has held until " + until,
                    comment.location())
                .withHelp("mend what it silences, or set another date"));
        continue;
      }
      Lines lines = lines(comment, comments.subList(i + 1, comments.size()), file);
      boolean used = false;
      for (Diagnostic finding : findings) {
        // What an earlier comment silences is not there any more.
        if (!silenced.containsKey(finding) && isSilenced(finding, comment, lines)) {
          silenced.put(finding, comment);
          used = true;
        }
      }
      if (!used && !comment.foreign()) {
        unused(comment, file);
      }
    }
  }

  private static String text(Suppression comment) {
    Location place = comment.location();
    String text = place.file().text().substring(place.span().start(), place.span().end());
    return text.substring(1).strip();
  }

  private static boolean isSilenced(Diagnostic finding, Suppression comment, Lines lines) {
    int line = line(finding.location());
    return comment.silences(finding.check()) && lines.first <= line && line <= lines.last;
  }

  private void unused(Suppression comment, RuleFile file) {
    List<String> known = Checks.infos().stream().map(CheckInfo::id).toList();
    for (String id : comment.checks()) {
      if (id.contains("*")) {
        continue;
      }
      Optional<CheckInfo> check = Checks.info(id);
      String near = check.isPresent() ? null : Spelling.nearest(id, known).orElse(null);
      if (near != null) {
        left.add(
            Diagnostic.of(
                    UNUSED, Severity.WARNING, "there is no check `" + id + "`", comment.location())
                .withHelp("did you mean `" + near + "`?"));
        return;
      }
      // A check that did not run might have found something.
      boolean mayRunElsewhere =
          switch (Checks.find(id).orElse(null)) {
            case OnlineCheck _ -> true;
            case RoutingCheck _ -> !file.groups().isEmpty();
            case null, default -> false;
          };
      if (check.isEmpty() || mayRunElsewhere || !settings.base().runs(check.get())) {
        return;
      }
    }
    left.add(
        Diagnostic.of(UNUSED, Severity.WARNING, "this comment silences nothing", comment.location())
            .withHelp("remove it"));
  }

  private Lines lines(Suppression comment, List<Suppression> later, RuleFile file) {
    int own = comment.location().start().line();
    int end = file.source().lineCount();
    return switch (comment.reach()) {
      case LINE -> text(own, file);
      case NEXT_LINE -> new Lines(own + 1, own + 1);
      case NEXT -> next(own, file);
      case RULE -> rule(own, file);
      case FILE, END -> new Lines(1, end);
      case BEGIN -> {
        int last = end;
        for (Suppression other : later) {
          if (other.reach() == Suppression.Reach.END) {
            last = Math.min(last, other.location().start().line());
          }
        }
        yield new Lines(own, last);
      }
    };
  }

  private Lines next(int own, RuleFile file) {
    int line = nextLine(own, file);
    return startingAt(line, file).orElseGet(() -> text(line, file));
  }

  private static int nextLine(int own, RuleFile file) {
    int line = own + 1;
    while (line < file.source().lineCount() && isEmpty(file.source().line(line))) {
      line++;
    }
    return line;
  }

  // All of the rule or group that starts on a line.
  private static Optional<Lines> startingAt(int line, RuleFile file) {
    for (RuleGroup group : file.groups()) {
      if (line(group.location()) == line) {
        return Optional.of(lines(group.location()));
      }
      for (Rule rule : group.rules()) {
        if (line(rule.location()) == line) {
          return Optional.of(lines(rule.location()));
        }
      }
    }
    return Optional.empty();
  }

  // Comments cannot stand within a text of several lines.
  private Lines text(int line, RuleFile file) {
    return new Lines(line, texts.computeIfAbsent(file, TextLines::of).lastOf(line));
  }

  private Lines rule(int own, RuleFile file) {
    Optional<Lines> following = startingAt(nextLine(own, file), file);
    for (Rule rule : file.rules()) {
      Lines lines = lines(rule.location());
      boolean inside = lines.first <= own && own <= lines.last;
      if (inside && following.filter(next -> next.first < next.last).isEmpty()) {
        return lines;
      }
    }
    return next(own, file);
  }

  private static int line(Location location) {
    return location.file().lineOf(location.span().start());
  }

  private static Lines lines(Location location) {
    return new Lines(location.start().line(), location.end().line());
  }

  private static boolean isEmpty(String line) {
    return line.isBlank() || line.stripLeading().startsWith("#");
  }
}
