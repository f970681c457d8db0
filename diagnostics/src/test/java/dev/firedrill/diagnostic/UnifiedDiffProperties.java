package dev.firedrill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;

class UnifiedDiffProperties {
  private static final Pattern HUNK = Pattern.compile("^@@ -(\\d+)(,\\d+)? ");

  @Property
  void aPatchLeadsFromOneTextToTheOther(
      @ForAll @Size(max = 25) List<@CharRange(from = 'a', to = 'd') Character> before,
      @ForAll @Size(max = 25) List<@CharRange(from = 'a', to = 'd') Character> after) {
    String patch = UnifiedDiff.of("x", text(before), text(after));

    assertThat(patched(text(before), patch)).isEqualTo(text(after));
  }

  private static String text(List<Character> lines) {
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  private static String patched(String before, String patch) {
    List<String> source = before.lines().toList();
    List<String> result = new ArrayList<>();
    int at = 0;
    for (String line : patch.lines().skip(2).toList()) {
      if (line.startsWith("@@")) {
        Matcher range = HUNK.matcher(line);
        assertThat(range.find()).isTrue();
        boolean empty = ",0".equals(range.group(2));
        int start = Integer.parseInt(range.group(1)) - (empty ? 0 : 1);
        while (at < start) {
          result.add(source.get(at++));
        }
      } else if (line.startsWith("+")) {
        result.add(line.substring(1));
      } else {
        assertThat(source.get(at)).isEqualTo(line.substring(1));
        if (line.startsWith(" ")) {
          result.add(source.get(at));
        }
        at++;
      }
    }
    result.addAll(source.subList(at, source.size()));
    return result.isEmpty() ? "" : String.join("\n", result) + "\n";
  }
}
