package main

import (
	"context"
	"embed"
	"fmt"
	"time"

	"zayavka/bot/emulator"
)

// What some of the demo's customers wrote right before it begins, so that there is something to answer.

//go:embed demo_pictures
var demoPictures embed.FS

// writingTimeout bounds how long they take.
const writingTimeout = 30 * time.Second

// converse lets customers write to the shop: two new requests with photos, a question and a voice message; one is
// asked about a price.
func (d *demo) converse(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, writingTimeout)
	defer cancel()
	if err := d.askAboutPrice(ctx); err != nil {
		return err
	}
	timur, natalya, artyom := d.people[1], d.people[4], d.people[5]
	timur.Sends(emulator.Outgoing{File: &emulator.Attachment{Kind: "voice"}})
	natalya.Says("Добрый день! Получится забрать завтра до обеда? Потом уезжаю до понедельника.")
	if err := writeRequest(ctx, artyom, "Кофемашина ночью натекла целую лужу, горит красная лампочка. Можно завезти сегодня?", "coffee"); err != nil {
		return err
	}
	viktoria := d.telegram.NewUser(emulator.Profile{FirstName: "Виктория", LastName: "Белова", Phone: "+7 916 530-27-41", Language: "ru"})
	viktoria.Says("/start")
	viktoria.SharesContact()
	return writeRequest(ctx, viktoria, "Уронила телефон. Экран в трещинах и зелёная полоса, но звонит. Сколько будет стоить и можно ли сегодня?", "phone", "phone-corner")
}

// writeRequest is how a customer makes a request in the chat.
func writeRequest(ctx context.Context, customer *emulator.User, text string, pictures ...string) error {
	photos := make([]emulator.Attachment, len(pictures))
	for i, name := range pictures {
		content, err := demoPictures.ReadFile("demo_pictures/" + name + ".jpg")
		if err != nil {
			return fmt.Errorf("read a picture of the demo: %w", err)
		}
		photos[i] = emulator.Attachment{Kind: "photo", Content: content}
	}
	customer.Says("/new")
	customer.Says(text)
	if len(photos) == 1 {
		customer.Sends(emulator.Outgoing{File: &photos[0]})
	} else {
		customer.SendsAlbum("", photos...)
	}
	return customer.Tap(ctx, "Отправить")
}
