package dev.firedrill.alertmanager.edit;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.yaml.ScalarKind;
import dev.firedrill.yaml.ScalarStyle;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.edit.EditRefused;
import dev.firedrill.yaml.edit.ScalarText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Writes the matchers of one place as a sorted list.
final class MatcherEdit {
  private final SourceFile file;
  private final MatcherSite site;
  private final Lines lines;

  MatcherEdit(SourceFile file, MatcherSite site, Lines lines) {
    this.file = file;
    this.site = site;
    this.lines = lines;
  }

  /// {@return the edits; none where all is as it should be}
  /// @throws EditRefused where it cannot be done without loss
  List<TextEdit> edits() throws EditRefused {
    List<Entry> written = site.entries();
    if (isFormatted(written)) {
      return List.of();
    }
    List<MatcherEntry> entries = new ArrayList<>();
    for (Entry entry : written) {
      boolean regex = entry.name().equals(site.matchRe());
      entries.add(MatcherEntry.of(entry, regex ? Operator.REGEX : Operator.EQUAL, lines));
    }
    return lines.isFlow(site.mapping()) ? inBraces(entries) : onLines(entries);
  }

  private boolean isFormatted(List<Entry> written) {
    if (written.isEmpty()) {
      return true;
    }
    if (written.size() > 1
        || !written.getFirst().name().equals(site.matchers())
        || !(written.getFirst().value() instanceof SequenceNode list)) {
      return false;
    }
    Matcher last = null;
    for (YamlNode item : list.items()) {
      List<Matcher> matchers = MatcherEntry.matchers(item);
      boolean one =
          matchers.size() == 1
              && item instanceof ScalarNode scalar
              && scalar.text().equals(matchers.getFirst().toString());
      if (!one || (last != null && Matcher.ORDER.compare(last, matchers.getFirst()) > 0)) {
        return false;
      }
      last = matchers.getFirst();
    }
    return true;
  }

  /// The route itself is in braces: all of it stays on its line.
  private List<TextEdit> inBraces(List<MatcherEntry> entries) throws EditRefused {
    List<Entry> all = site.mapping().literal();
    List<TextEdit> edits = new ArrayList<>();
    if (lines.comments(site.mapping().written().span()) > 0) {
      throw new EditRefused("a comment stands within it", site.mapping().written());
    }
    for (MatcherEntry each : entries) {
      int index = all.indexOf(each.entry());
      int start = each.entry().key().written().span().start();
      int end = end(each.entry());
      if (each.equals(entries.getFirst())) {
        edits.add(edit(new Span(start, end), site.matchers() + ": " + flowList(sorted(entries))));
      } else {
        edits.add(edit(new Span(end(all.get(index - 1)), end), ""));
      }
    }
    return edits;
  }

  private int end(Entry entry) {
    return Math.max(entry.key().written().span().end(), lines.trimmedEnd(entry.value()));
  }

  private List<TextEdit> onLines(List<MatcherEntry> entries) throws EditRefused {
    List<TextEdit> edits = new ArrayList<>();
    for (MatcherEntry each : entries) {
      Span span = each.span();
      int lineStart = lines.lineStart(span.start());
      if (each.equals(entries.getFirst())) {
        edits.add(edit(span, list(entries)));
      } else if (lines.text().substring(lineStart, span.start()).isBlank()) {
        int next = Math.min(lines.text().length(), span.end() + lines.lineBreak().length());
        edits.add(edit(new Span(lineStart, next), ""));
      } else {
        throw new EditRefused("it shares its line with other things", site.mapping().written());
      }
    }
    return edits;
  }

  private String list(List<MatcherEntry> entries) {
    boolean flow = entries.stream().allMatch(MatcherEntry::flow);
    String margin = " ".repeat(lines.column(entries.getFirst().span().start()));
    List<String> comments = new ArrayList<>();
    for (MatcherEntry entry : entries) {
      if (!entry.comment().isEmpty()) {
        comments.add(entry.comment());
      }
    }
    String behind = comments.isEmpty() ? "" : "  " + comments.getLast();
    StringBuilder out = new StringBuilder();
    for (String comment : comments.subList(0, Math.max(0, comments.size() - 1))) {
      out.append(comment).append(lines.lineBreak()).append(margin);
    }
    out.append(site.matchers()).append(':');
    if (flow) {
      return out.append(' ').append(flowList(sorted(entries))).append(behind).toString();
    }
    out.append(behind);
    String dash = margin + " ".repeat(indent(entries));
    for (MatcherItem item : sorted(entries)) {
      for (String comment : item.above()) {
        out.append(lines.lineBreak()).append(dash).append(comment);
      }
      out.append(lines.lineBreak()).append(dash).append("- ").append(text(item, false));
      out.append(item.behind().isEmpty() ? "" : "  " + item.behind());
    }
    return out.toString();
  }

  private int indent(List<MatcherEntry> entries) {
    for (MatcherEntry entry : entries) {
      if (!entry.flow() && entry.entry().value() instanceof SequenceNode list) {
        return Math.max(0, lines.dashColumn(list) - lines.column(entry.span().start()));
      }
    }
    return lines.listIndent();
  }

  private String flowList(List<MatcherItem> items) {
    return "[" + String.join(", ", items.stream().map(item -> text(item, true)).toList()) + "]";
  }

  private String text(MatcherItem item, boolean flow) {
    return ScalarText.of(item.matcher().toString(), style(), ScalarKind.STRING, flow);
  }

  // As the list that is there does it.
  private ScalarStyle style() {
    for (Entry entry : site.entries()) {
      if (entry.value() instanceof SequenceNode list
          && !list.items().isEmpty()
          && list.items().getFirst() instanceof ScalarNode scalar
          && scalar.style() != ScalarStyle.PLAIN) {
        return ScalarStyle.SINGLE_QUOTED;
      }
    }
    return ScalarStyle.PLAIN;
  }

  private static List<MatcherItem> sorted(List<MatcherEntry> entries) {
    List<MatcherItem> items = new ArrayList<>();
    entries.forEach(entry -> items.addAll(entry.items()));
    items.sort(Comparator.comparing(MatcherItem::matcher, Matcher.ORDER));
    return items;
  }

  private TextEdit edit(Span span, String text) {
    return new TextEdit(new Location(file, span), text);
  }
}
