// Package chaos proves the guarantee that the README gives: it runs the built binary under load
// against the Telegram emulator, kills it, breaks Telegram, integrators, the disk and the database, and then
// compares what customers and integrators got with what the service had promised. `make chaos` runs it.
package chaos
