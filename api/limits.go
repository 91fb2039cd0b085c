package api

import engine "zayavka/api/graphql"

// Limits bound what a client may ask for. Zero means the default, except for RateLimit.
type Limits struct {
	engine.Limits
	RateLimit int // operations a second of one account, and of one address; 0 for no limit
}

// DefaultLimits are those of the engine, and a rate that people and honest programs do not reach.
func DefaultLimits() Limits { return Limits{Limits: engine.DefaultLimits(), RateLimit: 1_000} }

// assumedLength is how long a list is taken to be when the query does not say it: what a busy shop
// has. The real lists may be longer, but the operations that clients of the base contract send
// every day must not depend on how many rows there are.
func assumedLength(of, field string) int {
	switch of + "." + field {
	case "Query.allTasks", "Query.allCustomers":
		return 100
	case "TaskType.history", "TaskType.notifications":
		return 5 // as often as a status changes, give or take
	}
	return 10
}
