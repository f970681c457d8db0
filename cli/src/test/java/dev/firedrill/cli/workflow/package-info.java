/// Workflows, actions and hooks of services that run Firedrill, run here as these services do.
@NullMarked
package dev.firedrill.cli.workflow;

import org.jspecify.annotations.NullMarked;
