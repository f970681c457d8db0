package dev.firedrill.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.alert.AlertState;
import dev.firedrill.labels.Labels;
import dev.firedrill.prometheus.OutgoingLabels;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.ActiveAlerts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertSenderTest {
  private static final Labels HOT = Labels.of("alertname", "Hot");

  @Test
  void sendsAFiringAlertAgainAfterMoreThanAMinute() {
    AlertSender sender = new AlertSender(15_000, OutgoingLabels.UNCHANGED);
    List<Long> times = new ArrayList<>();
    for (long time = 0; time <= 300_000; time += 15_000) {
      for (PostedAlert posted :
          sender.due(List.of(alert(new AlertState.Firing(0, 0, null))), time)) {
        times.add(time);
        assertThat(posted.endsAt()).isEqualTo(time + 240_000);
        assertThat(posted.startsAt()).isZero();
      }
    }
    assertThat(times).containsExactly(0L, 75_000L, 150_000L, 225_000L, 300_000L);
  }

  @Test
  void sendsTheEndAtOnceAndAgainLater() {
    AlertSender sender = new AlertSender(30_000, OutgoingLabels.UNCHANGED);
    assertThat(sender.due(List.of(alert(new AlertState.Firing(0, 0, null))), 0)).hasSize(1);
    ActiveAlert resolved = alert(new AlertState.Resolved(0, 0, 30_000));
    assertThat(sender.due(List.of(resolved), 30_000))
        .extracting(PostedAlert::endsAt)
        .containsExactly(30_000L);
    assertThat(sender.due(List.of(resolved), 60_000)).isEmpty();
    assertThat(sender.due(List.of(resolved), 90_000)).isEmpty();
    assertThat(sender.due(List.of(resolved), 120_000)).hasSize(1);
  }

  @Test
  void sendsAnAlertThatCameBackAtOnce() {
    AlertSender sender = new AlertSender(30_000, OutgoingLabels.UNCHANGED);
    sender.due(List.of(alert(new AlertState.Firing(0, 0, null))), 0);
    sender.due(List.of(alert(new AlertState.Resolved(0, 0, 30_000))), 30_000);
    assertThat(sender.due(List.of(alert(new AlertState.Firing(60_000, 60_000, null))), 60_000))
        .extracting(PostedAlert::startsAt)
        .containsExactly(60_000L);
  }

  @Test
  void keepsQuietAboutPendingAlerts() {
    AlertSender sender = new AlertSender(30_000, OutgoingLabels.UNCHANGED);
    assertThat(sender.due(List.of(alert(new AlertState.Pending(0))), 0)).isEmpty();
  }

  @Test
  void isValidForFourIntervalsWhereTheyAreLong() {
    AlertSender sender = new AlertSender(300_000, OutgoingLabels.UNCHANGED);
    assertThat(sender.due(List.of(alert(new AlertState.Firing(0, 0, null))), 0))
        .extracting(PostedAlert::endsAt)
        .containsExactly(1_200_000L);
  }

  @Test
  void addsExternalLabelsThatAreNotThereYet() {
    AlertSender sender =
        new AlertSender(30_000, OutgoingLabels.of(Map.of("cluster", "east", "alertname", "never")));
    assertThat(sender.due(List.of(alert(new AlertState.Firing(0, 0, null))), 0))
        .extracting(PostedAlert::labels)
        .containsExactly(Labels.of("alertname", "Hot", "cluster", "east"));
  }

  private static ActiveAlert alert(AlertState state) {
    return ActiveAlerts.of(HOT, state);
  }
}
