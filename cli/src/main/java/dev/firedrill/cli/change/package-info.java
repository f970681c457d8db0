/// Two versions of a project's files, and what a change from one to the other comes to: rules,
/// behaviour on recorded series, receivers, findings, tests.
@NullMarked
package dev.firedrill.cli.change;

import org.jspecify.annotations.NullMarked;
