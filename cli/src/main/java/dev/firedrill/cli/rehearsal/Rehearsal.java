package dev.firedrill.cli.rehearsal;

import dev.firedrill.cli.console.Session;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.cli.option.ProjectOptions;
import dev.firedrill.cli.rehearsal.Section.Outcome;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.settings.StackFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the rehearsal of one stack came to.
///
/// @param stack its name
/// @param sections one a part, in the order of [#PARTS]
/// @param notes what the settings name and is not there, though the rest is
public record Rehearsal(String stack, List<Section> sections, List<Diagnostic> notes) {
  /// The parts, in order.
  public static final List<String> PARTS = List.of("lint", "test", "routes", "replay", "simulate");

  public Rehearsal {
    sections = List.copyOf(sections);
    notes = List.copyOf(notes);
  }

  /// {@return the parts of some names; all where there is none}
  /// @throws UsageException when there is no such part
  public static List<String> parts(List<String> names) {
    for (String part : names) {
      if (!PARTS.contains(part)) {
        throw unknown(part);
      }
    }
    return names.isEmpty() ? PARTS : names;
  }

  /// Rehearses the stacks of a folder.
  ///
  /// @param project which stacks are wanted, and with which settings
  /// @param only the parts wanted, as by [#parts]
  public static List<Rehearsal> of(
      Session session,
      String folder,
      ProjectOptions project,
      List<String> only,
      RehearsalOptions options)
      throws IOException {
    List<Rehearsal> rehearsals = new ArrayList<>();
    for (StackFiles files : StackSearch.find(session, folder, project)) {
      List<Section> sections = new ArrayList<>();
      Rehearsed stack =
          new Rehearsed(session, files, project.settings(session), options, new ToldFindings());
      for (String part : PARTS) {
        if (only.contains(part)) {
          sections.add(rehearse(part, stack));
        }
      }
      rehearsals.add(
          new Rehearsal(
              files.name(), sections, StackSearch.notes(files, project.settings(session), only)));
    }
    return rehearsals;
  }

  private static Section rehearse(String part, Rehearsed stack) throws IOException {
    return switch (part) {
      case "lint" -> LintPart.rehearse(stack);
      case "test" -> TestPart.rehearse(stack);
      case "routes" -> RoutesPart.rehearse(stack);
      case "replay" -> ReplayPart.rehearse(stack);
      case "simulate" -> SimulatePart.rehearse(stack);
      default -> throw new IllegalArgumentException("no part '" + part + "'");
    };
  }

  /// {@return whether a part failed}
  public boolean failed() {
    for (Section section : sections) {
      if (section.outcome() == Outcome.FAILED) {
        return true;
      }
    }
    return false;
  }

  /// {@return whether there was anything to rehearse}
  public boolean rehearsed() {
    return sections.stream().anyMatch(each -> each.outcome() != Outcome.MISSING);
  }

  /// {@return the replay that tells most: one whose alerts were notified of, where there is any}
  public Optional<Replayed> replayed() {
    @Nullable Replayed best = null;
    for (Section section : sections) {
      Replayed replayed = section.replayed();
      if (replayed != null && (best == null || best.notified() == null)) {
        best = replayed;
      }
    }
    return Optional.ofNullable(best);
  }

  private static UsageException unknown(String part) {
    String hint =
        Spelling.nearest(part, PARTS)
            .map(near -> "did you mean " + near + "?")
            .orElse("parts are " + String.join(", ", PARTS));
    return new UsageException("unknown part '" + part + "': " + hint);
  }
}
