package dev.firedrill.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Applies fixes to a file.
public final class Fixes {
  private Fixes() {}

  /// {@return the text of a file with edits made}
  ///
  /// @param edits of this file, in any order; insertions at one place are made in the order given
  /// @throws IllegalArgumentException if two of them overlap, or one is of another file
  public static String apply(SourceFile file, List<TextEdit> edits) {
    List<TextEdit> ordered = new ArrayList<>(edits);
    ordered.sort((one, other) -> compare(one.location().span(), other.location().span()));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (TextEdit edit : ordered) {
      Span span = edit.location().span();
      if (span.start() < at || !edit.location().file().path().equals(file.path())) {
        throw new IllegalArgumentException("edits overlap or are of another file");
      }
      out.append(file.text(), at, span.start()).append(edit.text());
      at = span.end();
    }
    return out.append(file.text(), at, file.text().length()).toString();
  }

  /// Makes one change of a file after the other, and leaves out those that would do harm.
  ///
  /// @param changes the edits of each change; they must not overlap
  /// @param safe whether a text may take the place of the file
  /// @return the file as it then is, and which of the changes were left out
  public static Applied applySafely(
      SourceFile file, List<List<TextEdit>> changes, Predicate<SourceFile> safe) {
    SourceFile all = file.withText(apply(file, flat(changes)));
    if (safe.test(all)) {
      return new Applied(all, List.of());
    }
    List<List<TextEdit>> made = new ArrayList<>();
    List<Integer> left = new ArrayList<>();
    SourceFile last = file;
    for (int i = 0; i < changes.size(); i++) {
      made.add(changes.get(i));
      SourceFile next = file.withText(apply(file, flat(made)));
      if (safe.test(next)) {
        last = next;
      } else {
        made.removeLast();
        left.add(i);
      }
    }
    return new Applied(last, left);
  }

  /// A file after changes.
  ///
  /// @param file as it is now
  /// @param left the indexes of the changes that were not made
  public record Applied(SourceFile file, List<Integer> left) {
    public Applied {
      left = List.copyOf(left);
    }
  }

  private static List<TextEdit> flat(List<List<TextEdit>> changes) {
    List<TextEdit> edits = new ArrayList<>();
    changes.forEach(edits::addAll);
    return edits;
  }

  /// {@return those fixes that can be made together, the earlier of two that overlap}
  ///
  /// A fix is made whole or not at all; a second run makes what was left out, if it still applies.
  public static List<Fix> compatible(List<Fix> fixes) {
    List<Fix> chosen = new ArrayList<>();
    for (Fix fix : fixes) {
      boolean fits = true;
      for (Fix other : chosen) {
        fits &= !overlap(fix, other);
      }
      if (fits) {
        chosen.add(fix);
      }
    }
    return chosen;
  }

  private static boolean overlap(Fix left, Fix right) {
    for (TextEdit a : left.edits()) {
      for (TextEdit b : right.edits()) {
        if (overlap(a.location(), b.location())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean overlap(Location a, Location b) {
    if (!a.file().path().equals(b.file().path())) {
      return false;
    }
    // Two insertions at one place, or equal edits, would be made twice.
    boolean samePlace = a.span().equals(b.span());
    return samePlace || (a.span().start() < b.span().end() && b.span().start() < a.span().end());
  }

  private static int compare(Span one, Span other) {
    int starts = Integer.compare(one.start(), other.start());
    return starts != 0 ? starts : Integer.compare(one.end(), other.end());
  }
}
