package dev.firedrill.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixesTest {
  private final SourceFile file = SourceFile.of("a.yml", "one two three");

  @Test
  void makesEditsInAnyOrder() {
    assertThat(Fixes.apply(file, List.of(edit(8, 13, "3"), edit(0, 3, "1"), edit(3, 3, ","))))
        .isEqualTo("1, two 3");
  }

  @Test
  void insertsBeforeWhatIsReplacedAtTheSamePlace() {
    assertThat(Fixes.apply(file, List.of(edit(4, 7, "2"), edit(4, 4, "->"))))
        .isEqualTo("one ->2 three");
  }

  @Test
  void leavesOutChangesThatDoHarm() {
    Fixes.Applied applied =
        Fixes.applySafely(
            file,
            List.of(
                List.of(edit(0, 3, "1")), List.of(edit(4, 7, "bad")), List.of(edit(8, 13, "3"))),
            after -> !after.text().contains("bad"));
    assertThat(applied.file().text()).isEqualTo("1 two 3");
    assertThat(applied.left()).containsExactly(1);
  }

  @Test
  void refusesEditsThatOverlap() {
    List<TextEdit> edits = List.of(edit(0, 5, "x"), edit(4, 6, "y"));

    assertThatThrownBy(() -> Fixes.apply(file, edits)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsTheEarlierOfTwoFixesThatOverlap() {
    Fix one = new Fix("one", List.of(edit(0, 5, "x")));
    Fix two = new Fix("two", List.of(edit(10, 11, "z"), edit(4, 6, "y")));
    Fix three = new Fix("three", List.of(edit(6, 7, "y")));

    assertThat(Fixes.compatible(List.of(one, two, three))).containsExactly(one, three);
  }

  @Test
  void keepsTheByteOrderMarkOfAFixedFile() {
    SourceFile marked = SourceFile.of("a.yml", "\uFEFFa");

    assertThat(marked.withText("b").bytes()).isEqualTo("\uFEFFb".getBytes(StandardCharsets.UTF_8));
    assertThat(file.withText("b").bytes()).isEqualTo("b".getBytes(StandardCharsets.UTF_8));
  }

  private TextEdit edit(int start, int end, String text) {
    return new TextEdit(new Location(file, new Span(start, end)), text);
  }
}
