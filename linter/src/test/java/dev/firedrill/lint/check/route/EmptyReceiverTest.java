package dev.firedrill.lint.check.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmptyReceiverTest {
  private static final RoutingCase CASE = RoutingCase.of("receiver/empty");

  @Test
  void findsReceiversThatTellNobody() {
    assertThat(CASE.routes("{matchers: ['a=\"b\"'], receiver: nobody}"))
        .containsExactly("warning: the receiver `nobody` tells nobody");
  }

  @Test
  void acceptsThoseThatAreNamedAfterIt() {
    assertThat(CASE.file("route: {receiver: devnull}\nreceivers: [{name: devnull}]\n")).isEmpty();
    assertThat(
            CASE.with("sinks", List.of("nobody"))
                .routes("{matchers: ['a=\"b\"'], receiver: nobody}"))
        .isEmpty();
  }
}
