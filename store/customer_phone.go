package store

import "zayavka/store/phone"

// errPhone refuses a writing of a phone for what is wrong with it.
func errPhone(fault phone.Fault) error {
	return &Error{Code: Invalid, Field: "phone", Phone: fault, Message: map[phone.Fault]string{
		phone.Unreadable: "This does not look like a phone number. Write it with the area code, for example +7 917 000-99-00.",
		phone.TooLong:    "Check the phone number: it has too many digits. Write it with the area code, for example +7 917 000-99-00.",
		phone.TooShort:   "Check the phone number: it has too few digits. Write it with the area code, for example +7 917 000-99-00.",
		phone.Anonymous:  "A number with +888 is an anonymous one of Telegram: its owner gives it to the bot with the button that shares the phone.",
	}[fault]}
}

// typedPhone reads a number that a person has written.
func (s *Store) typedPhone(written string) (phone.Number, error) {
	number, fault := phone.Read(written, s.region)
	if fault != "" {
		return phone.Number{}, errPhone(fault)
	}
	return number, nil
}

// contactPhone reads a number that Telegram vouches for: one that somebody has.
func (s *Store) contactPhone(written string) (phone.Number, error) {
	number, fault := phone.Read(written, s.region)
	if number.Key == "" {
		return phone.Number{}, errPhone(fault)
	}
	return number, nil
}

// setPhone gives the card another phone, or another writing of its own.
func (c *Customer) setPhone(number phone.Number) {
	c.Phone, c.PhoneKey, c.PhoneExtension = number.Written, number.Key, number.Extension
}
