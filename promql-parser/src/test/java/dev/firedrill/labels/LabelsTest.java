package dev.firedrill.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test
  void printsNamesThatAreNoIdentifiersInQuotes() {
    Labels labels =
        Labels.of("__name__", "a:b", "job", "x\"y", "service.name", "é", "1st", "\n", "a:b", "c");
    assertThat(labels)
        .hasToString(
            "{\"1st\"=\"\\n\", __name__=\"a:b\", \"a:b\"=\"c\", job=\"x\\\"y\","
                + " \"service.name\"=\"é\"}");
    assertThat(Labels.EMPTY).hasToString("{}");
  }

  @Test
  void holdsNoEmptyValues() {
    assertThat(Labels.of("a", "", "b", "1")).isEqualTo(Labels.of("b", "1"));
    assertThat(Labels.of("a", "1").toBuilder().set("a", "").build()).isSameAs(Labels.EMPTY);
  }

  @Test
  void ordersByNameThenValueWithPrefixesFirst() {
    List<Labels> sorted =
        Stream.of(
                Labels.of("b", "1"),
                Labels.of("a", "2"),
                Labels.of("a", "1", "c", "1"),
                Labels.of("a", "10"),
                Labels.EMPTY,
                Labels.of("a", "1"),
                Labels.of("A", "9"))
            .sorted()
            .toList();
    assertThat(sorted)
        .containsExactly(
            Labels.EMPTY,
            Labels.of("A", "9"),
            Labels.of("a", "1"),
            Labels.of("a", "1", "c", "1"),
            Labels.of("a", "10"),
            Labels.of("a", "2"),
            Labels.of("b", "1"));
  }

  @Test
  void ordersStringsByTheirBytes() {
    List<String> sorted =
        Stream.of("\ufb01", "😀", "\udcff", "a", "\udc80", "é", "\udcc3", "")
            .sorted(Utf8Order.COMPARATOR)
            .toList();
    assertThat(sorted).containsExactly("", "a", "\udc80", "\udcc3", "é", "\ufb01", "😀", "\udcff");
  }

  @Property
  void ordersLikeTheBytesOfUtf8(@ForAll String left, @ForAll String right) {
    String a = withoutSurrogates(left);
    String b = withoutSurrogates(right);
    int bytes =
        Arrays.compareUnsigned(
            a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    assertThat(Integer.signum(Utf8Order.compare(a, b))).isEqualTo(Integer.signum(bytes));
  }

  private static String withoutSurrogates(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
