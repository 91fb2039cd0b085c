package main

import "zayavka/store"

// demoWork is what people bring to the demo's shop, and what they ask.
var demoWork = []struct {
	category           store.Category
	kind, maker, model string
	description        string
	days               int // for which it is promised; 0 for no promise
}{
	{store.CategoryRepair, "смартфон", "Apple", "iPhone 13", "Разбит экран. Заменить дисплей, оригинал.", 2},
	{store.CategoryRepair, "ноутбук", "Lenovo", "", "Сломана петля крышки.", 5},
	{store.CategoryRepair, "смартфон", "Samsung", "A52", "Не заряжается. Почистить или заменить разъём.", 3},
	{store.CategoryRepair, "кофемашина", "DeLonghi", "", "Протекает снизу, заменить уплотнители.", 6},
	{store.CategoryRepair, "робот-пылесос", "Xiaomi", "", "Не возвращается на базу.", 7},
	{store.CategoryRepair, "наушники", "Sony", "WH-1000XM4", "Не работает левый.", 4},
	{store.CategoryDiagnosis, "ноутбук", "Apple", "MacBook Air", "Не включается после чая.", 3},
	{store.CategoryDiagnosis, "телевизор", "LG", "", "Звук есть, изображения нет.", 5},
	{store.CategoryDiagnosis, "системный блок", "", "", "Выключается под нагрузкой, шумит вентилятор.", 4},
	{store.CategoryDiagnosis, "планшет", "Huawei", "", "Греется и садится за два часа.", 4},
	{store.CategoryDiagnosis, "микроволновка", "Samsung", "", "Искрит. Проверить слюду и магнетрон.", 6},
	{store.CategoryConsulting, "", "", "", "Подобрать ноутбук для учёбы до 60 000 ₽.", 0},
	{store.CategoryConsulting, "принтер", "HP", "", "Стоит ли чинить или взять новый.", 0},
	{store.CategoryConsulting, "", "", "", "Как перенести фотографии и контакты на новый телефон.", 0},
	{store.CategoryOther, "SSD", "Samsung", "480 ГБ", "Перенести данные со старого диска.", 2},
	{store.CategoryOther, "смартфон", "Honor", "", "Наклеить защитное стекло, клиент подождёт.", 0},
	{store.CategoryOther, "ноутбук", "Asus", "", "Установить Windows и программы, данные сохранить.", 3},
}
