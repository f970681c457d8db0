package dev.firedrill.cli.html.report;

import dev.firedrill.cli.report.ClockText;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// What a page says where scripts are switched off: titles and tables, as HTML. Secrets in them are
/// hidden.
public final class PlainTables {
  private static final int MOST_ROWS = 500;

  private final HiddenSecrets secrets = new HiddenSecrets();
  private final StringBuilder html = new StringBuilder();
  private ClockText clock = new ClockText(ZoneId.of("UTC"));

  PlainTables() {}

  /// Starts what is told of one stack.
  void stack(String title, ZoneId zone) {
    clock = new ClockText(zone);
    text("h1", title);
  }

  /// {@return a time in the zone of the stack}
  /// @param millis since the epoch
  String time(long millis) {
    return clock.full(millis);
  }

  /// Adds a sentence.
  void sentence(String text) {
    text("p", text);
  }

  /// Adds a table; of very many rows the first ones, and how many there are.
  void table(String title, List<String> head, Stream<List<String>> rows) {
    text("h2", title);
    html.append("<div class=\"scroll\"><table><thead><tr>");
    head.forEach(each -> text("th", each));
    html.append("</tr></thead><tbody>\n");
    Iterator<List<String>> all = rows.iterator();
    for (int i = 0; i < MOST_ROWS && all.hasNext(); i++) {
      html.append("<tr>");
      all.next().forEach(each -> text("td", each));
      html.append("</tr>\n");
    }
    html.append("</tbody></table></div>\n");
    long more = 0;
    for (; all.hasNext(); more++) {
      all.next();
    }
    if (more > 0) {
      text("p", "and " + more + " more, which are shown where scripts are allowed");
    }
  }

  /// {@return the HTML}
  String html() {
    return html.toString();
  }

  private void text(String element, String text) {
    html.append('<').append(element).append('>').append(HtmlText.escaped(secrets.in(text)));
    html.append("</").append(element).append('>');
  }
}
