/// The state machine of an alert and its timeline of pending, firing and resolved intervals.
@NullMarked
package dev.firedrill.alert;

import org.jspecify.annotations.NullMarked;
