package store

import (
	"fmt"
	"maps"
	"net/url"
	"strings"

	"zayavka/store/phone"
	"zayavka/store/wording"
)

// Bounds of what a shop's settings may hold: characters, and days.
const (
	maxAddress  = 300
	maxLink     = 1_000
	maxWording  = 1_000
	maxWarranty = 3_650
	maxStale    = 365

	maxConsentVersion = 50
)

// applyShop changes what the update names.
func (s *Store) applyShop(shop *Shop, in ShopUpdate) (err error) {
	if in.Name != nil {
		if shop.Name, err = cleanText("name", *in.Name, MaxName); err != nil {
			return err
		}
		if shop.Name == "" {
			return errInvalid("name", "Say what the shop is called.")
		}
	}
	if in.Address != nil {
		if shop.Address, err = cleanText("address", *in.Address, maxAddress); err != nil {
			return err
		}
	}
	if in.Phone != nil {
		if shop.Phone, err = s.cleanShopPhone(*in.Phone); err != nil {
			return err
		}
	}
	for _, link := range []struct {
		field string
		in    *string
		to    *string
	}{{"mapUrl", in.MapURL, &shop.MapURL}, {"reviewUrl", in.ReviewURL, &shop.ReviewURL}, {"paymentUrl", in.PaymentURL, &shop.PaymentURL}} {
		if link.in == nil {
			continue
		}
		if *link.to, err = cleanLink(link.field, *link.in); err != nil {
			return err
		}
	}
	if in.Hours != nil {
		for _, hours := range in.Hours {
			if err := hours.check("hours"); err != nil {
				return err
			}
		}
		shop.Hours = *in.Hours
	}
	if in.Waking != nil {
		if err := in.Waking.check("waking"); err != nil {
			return err
		}
		if in.Waking.Closed() {
			return errInvalid("waking", "Nothing could be sent at all. To send no reminders, switch them off.")
		}
		shop.Waking = *in.Waking
	}
	if in.WarrantyDays != nil {
		if shop.WarrantyDays = *in.WarrantyDays; shop.WarrantyDays < 0 || shop.WarrantyDays > maxWarranty {
			return errInvalid("warrantyDays", "A warranty has 0 to %d days.", maxWarranty)
		}
	}
	if in.StaleDays != nil {
		if shop.StaleDays = *in.StaleDays; shop.StaleDays < 1 || shop.StaleDays > maxStale {
			return errInvalid("staleDays", "Enter 1 to %d days.", maxStale)
		}
	}
	for _, kept := range []struct {
		field string
		in    *int
		to    *int
	}{{"keepClosedDays", in.KeepClosedDays, &shop.KeepClosedDays}, {"keepSentDays", in.KeepSentDays, &shop.KeepSentDays}} {
		if kept.in == nil {
			continue
		}
		if *kept.to = *kept.in; *kept.to < minKeep || *kept.to > maxKeep {
			return errInvalid(kept.field, "Enter %d to %d days.", minKeep, maxKeep)
		}
	}
	if err := shop.setConsent(in); err != nil {
		return err
	}
	set(&shop.Reminders, in.Reminders)
	set(&shop.Rating, in.Rating)
	set(&shop.Digest, in.Digest)
	return shop.setTexts(in.Texts)
}

// setConsent takes a text on personal data whole: a version of which nobody knows where to read it is none.
func (shop *Shop) setConsent(in ShopUpdate) (err error) {
	if in.ConsentVersion != nil {
		if shop.ConsentVersion, err = cleanText("consentVersion", *in.ConsentVersion, maxConsentVersion); err != nil {
			return err
		}
	}
	if in.ConsentURL != nil {
		if shop.ConsentURL, err = cleanLink("consentUrl", *in.ConsentURL); err != nil {
			return err
		}
	}
	switch {
	case shop.ConsentVersion == "" && shop.ConsentURL != "":
		return errInvalid("consentVersion", "Say which version of the text this is, for example its date.")
	case shop.ConsentVersion != "" && shop.ConsentURL == "":
		return errInvalid("consentUrl", "Enter the link to the text.")
	}
	return nil
}

func set(to, in *bool) {
	if in != nil {
		*to = *in
	}
}

// setTexts leaves the present map as it is, for others may read it.
func (shop *Shop) setTexts(texts map[Status]WordingUpdate) error {
	changed := maps.Clone(shop.Texts)
	for status, update := range texts {
		words := changed[status]
		for _, language := range []struct {
			field  string
			in, to *string
		}{{"textRu", update.Ru, &words.Ru}, {"textEn", update.En, &words.En}} {
			if language.in == nil {
				continue
			}
			var err error
			if *language.to, err = CleanWording(language.field, *language.in); err != nil {
				return err
			}
		}
		changed[status] = words
		if words == (Wording{}) {
			delete(changed, status)
		}
	}
	shop.Texts = changed
	return nil
}

// CleanWording is a text of the shop's own as it is kept, or an Invalid field where a place in it does not exist.
func CleanWording(field, text string) (string, error) {
	text, err := cleanText(field, text, maxWording)
	if err != nil {
		return "", err
	}
	fault := wording.Check(text)
	switch {
	case fault == nil:
		return text, nil
	case fault.UnknownPlace:
		return "", &Error{Code: Invalid, Field: field, Reason: "unknown_place", Message: fmt.Sprintf(
			"There is no place %s, at character %d. The places are {number}, {item}, {price}, {promised}, {address}, {hours} and {phone}.", fault.Written, fault.At+1)}
	}
	return "", &Error{Code: Invalid, Field: field, Reason: "unbalanced_brace", Message: fmt.Sprintf(
		"The brace %s at character %d has no partner. A place is written as {number}.", fault.Written, fault.At+1)}
}

// cleanShopPhone takes a phone as the shop writes it; none is "".
func (s *Store) cleanShopPhone(written string) (string, error) {
	if strings.TrimSpace(written) == "" {
		return "", nil
	}
	number, fault := phone.Read(written, s.region)
	if fault != "" {
		return "", errPhone(fault)
	}
	return number.Written, nil
}

// cleanLink takes an address that a button in Telegram can open, which a host without a dot is not; none is "".
func cleanLink(field, link string) (string, error) {
	link, err := cleanText(field, link, maxLink)
	if err != nil || link == "" {
		return "", err
	}
	address, err := url.Parse(link)
	if err != nil || (address.Scheme != "https" && address.Scheme != "http") || !strings.Contains(address.Hostname(), ".") || address.User != nil {
		return "", errInvalid(field, "Enter a link that begins with https://, for example https://example.com/shop.")
	}
	return link, nil
}
