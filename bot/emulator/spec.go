package emulator

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// Spec is Telegram's Bot API as https://github.com/PaulSonOfLars/telegram-bot-api-spec writes it down: every
// method and type with its fields. Tests check requests and answers against it.
type Spec struct {
	Methods map[string]SpecMethod `json:"methods"`
	Types   map[string]SpecType   `json:"types"`
}

// SpecMethod has the names of the types that it returns, one of which an answer is.
type SpecMethod struct {
	Fields  []SpecField `json:"fields"`
	Returns []string    `json:"returns"`
}

// SpecType has fields, or else subtypes, one of which a value is.
type SpecType struct {
	Fields   []SpecField `json:"fields"`
	Subtypes []string    `json:"subtypes"`
}

// SpecField has types, one of which its value is.
type SpecField struct {
	Name     string   `json:"name"`
	Types    []string `json:"types"`
	Required bool     `json:"required"`
}

// replacedParams are documented no more but still read by Telegram, and written by clients.
var replacedParams = map[string]bool{
	"reply_to_message_id": true, "allow_sending_without_reply": true, "disable_web_page_preview": true,
}

// ignoredFields are written by clients though Telegram has none of that name: it passes over them.
var ignoredFields = map[string]string{"InlineKeyboardButton": "unique"} // telebot's own

// LoadSpec reads the JSON file at path.
func LoadSpec(path string) (*Spec, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("load Bot API: %w", err)
	}
	var spec Spec
	if err := json.Unmarshal(raw, &spec); err != nil {
		return nil, fmt.Errorf("load Bot API: %w", err)
	}
	return &spec, nil
}

// Check says what in a recorded request is not as the Bot API has it.
func (s *Spec) Check(call Call) error {
	method, ok := s.Methods[call.Method]
	if !ok {
		return fmt.Errorf("%s: no such method", call.Method)
	}
	given := map[string]bool{}
	for _, name := range call.Files {
		given[name] = true
	}
	for name, value := range call.Params {
		given[name] = true
		if replacedParams[name] {
			continue
		}
		field, ok := findField(method.Fields, name)
		if !ok {
			return fmt.Errorf("%s: no such parameter: %s", call.Method, name)
		}
		if err := s.checkParam(field, value); err != nil {
			return fmt.Errorf("%s: %s: %w", call.Method, name, err)
		}
	}
	for _, field := range method.Fields {
		if field.Required && !given[field.Name] {
			return fmt.Errorf("%s: %s is missing", call.Method, field.Name)
		}
	}
	return nil
}

// checkParam takes a value that is written as text, as forms do.
func (s *Spec) checkParam(field SpecField, value string) error {
	for _, kind := range field.Types {
		var err error
		switch kind {
		case "String", "InputFile":
			return nil
		case "Integer":
			_, err = strconv.ParseInt(value, 10, 64)
		case "Float":
			_, err = strconv.ParseFloat(value, 64)
		default:
			err = s.checkJSON(kind, []byte(value))
		}
		if err == nil {
			return nil
		}
		if len(field.Types) == 1 {
			return err
		}
	}
	return fmt.Errorf("%s is none of %s", value, strings.Join(field.Types, ", "))
}

// CheckResult says what in the result of a method is not as the Bot API has it.
func (s *Spec) CheckResult(method string, result json.RawMessage) error {
	returns := s.Methods[method].Returns
	err := fmt.Errorf("no such method")
	for _, kind := range returns {
		if err = s.checkJSON(kind, result); err == nil {
			return nil
		}
	}
	return fmt.Errorf("%s: result: %w", method, err)
}

func (s *Spec) checkJSON(kind string, raw []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return fmt.Errorf("%s: %w", raw, err)
	}
	return s.check(kind, value)
}

// check compares a decoded value with a type of the Bot API.
func (s *Spec) check(kind string, value any) error {
	if element, ok := strings.CutPrefix(kind, "Array of "); ok {
		return s.checkList(element, value)
	}
	ok := false
	switch kind {
	case "String":
		_, ok = value.(string)
	case "Boolean":
		_, ok = value.(bool)
	case "Integer":
		number, isNumber := value.(json.Number)
		_, err := number.Int64()
		ok = isNumber && err == nil
	case "Float":
		_, ok = value.(json.Number)
	default:
		return s.checkObject(kind, value)
	}
	if !ok {
		return fmt.Errorf("%v is not of type %s", value, kind)
	}
	return nil
}

func (s *Spec) checkList(element string, value any) error {
	list, ok := value.([]any)
	if !ok {
		return fmt.Errorf("%v is not an array", value)
	}
	for i, v := range list {
		if err := s.check(element, v); err != nil {
			return fmt.Errorf("%d: %w", i, err)
		}
	}
	return nil
}

func (s *Spec) checkObject(kind string, value any) error {
	declared, ok := s.Types[kind]
	if !ok {
		return fmt.Errorf("no such type: %s", kind)
	}
	if len(declared.Subtypes) > 0 {
		var err error
		for _, subtype := range declared.Subtypes {
			if err = s.check(subtype, value); err == nil {
				return nil
			}
		}
		return fmt.Errorf("none of the kinds of %s: %w", kind, err)
	}
	object, ok := value.(map[string]any)
	if !ok {
		return fmt.Errorf("%v is not a %s", value, kind)
	}
	for name, v := range object {
		if ignoredFields[kind] == name {
			continue
		}
		field, ok := findField(declared.Fields, name)
		if !ok {
			return fmt.Errorf("%s has no field %s", kind, name)
		}
		if err := s.checkField(field, v); err != nil {
			return fmt.Errorf("%s.%s: %w", kind, name, err)
		}
	}
	for _, field := range declared.Fields {
		if _, ok := object[field.Name]; field.Required && !ok {
			return fmt.Errorf("%s.%s is missing", kind, field.Name)
		}
	}
	return nil
}

func (s *Spec) checkField(field SpecField, value any) error {
	var err error
	for _, kind := range field.Types {
		if err = s.check(kind, value); err == nil {
			return nil
		}
	}
	return err
}

func findField(fields []SpecField, name string) (SpecField, bool) {
	for _, field := range fields {
		if field.Name == name {
			return field, true
		}
	}
	return SpecField{}, false
}
