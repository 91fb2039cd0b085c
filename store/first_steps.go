package store

import "context"

// FirstSteps is what an owner has done of what a shop begins with.
type FirstSteps struct {
	ShopDescribed     bool // its address, hours and phone
	ColleagueInvited  bool
	TaskTaken         bool
	CustomerConnected bool // has a chat with the bot
}

// FirstSteps looks at what there is.
func (s *Store) FirstSteps(ctx context.Context) (FirstSteps, error) {
	shop, err := s.Shop(ctx)
	if err != nil {
		return FirstSteps{}, err
	}
	steps := FirstSteps{ShopDescribed: shop.Address != "" && shop.Phone != "" && shop.Hours != [7]Hours{}}
	// The first owner's invite is made by nobody; one with a member sets a password.
	err = s.read.NewRaw(`SELECT
		(SELECT count(*) > 1 FROM staff) OR EXISTS (SELECT 1 FROM invites WHERE created_by IS NOT NULL AND staff_id IS NULL AND expires_at > ?),
		EXISTS (SELECT 1 FROM tasks),
		EXISTS (SELECT 1 FROM customers WHERE telegram_id IS NOT NULL)`, s.now(),
	).Scan(ctx, &steps.ColleagueInvited, &steps.TaskTaken, &steps.CustomerConnected)
	return steps, wrap(err, "look what a shop has begun with")
}
