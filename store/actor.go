package store

// Actor is who makes a change.
type Actor struct {
	Kind ActorKind
	ID   int64 // of the staff member, customer or API token; 0 for the system
}

// ActorKind tells whose id an Actor's is.
type ActorKind string

const (
	ActorStaff    ActorKind = "staff"
	ActorCustomer ActorKind = "customer"
	ActorToken    ActorKind = "token" // a program with an API token
	ActorSystem   ActorKind = "system"
)

func (a Actor) staffID() *int64 {
	if a.Kind != ActorStaff {
		return nil
	}
	return &a.ID
}
