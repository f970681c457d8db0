/// What judging files came to: findings with what silences them, what tells one from another over
/// time, and which of them are new.
@NullMarked
package dev.firedrill.cli.finding;

import org.jspecify.annotations.NullMarked;
