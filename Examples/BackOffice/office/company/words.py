"""What the invented world is made of: names, streets, subjects. No real company or person is meant."""

COMPANIES = [
    "Albrecht Optics", "Baltic Ropes", "Cedar & Sons", "Dornfeld Winery", "Elbe Logistics", "Fjord Textiles",
    "Granite Works", "Hansen Boats", "Iris Printing", "Juniper Foods", "Kestrel Tools", "Linden Pharmacy",
    "Moorland Dairy", "Nordlicht Energy", "Orchard Press", "Pine Street Bakery", "Quay Street Studio",
    "Rosebud Florists", "Stellar Lamps", "Tidewater Fish", "Umber Ceramics", "Velvet Coffee", "Willow Furniture",
    "Yarrow Clinic", "Zenith Clocks", "Amber Bicycles", "Bluebell School", "Copper Kettle Inn", "Driftwood Hotel",
    "Emerald Garden Centre", "Foxglove Books", "Greyhound Couriers",
]
FIRST_NAMES = ["Ada", "Bela", "Carla", "David", "Emil", "Frida", "Goran", "Hanna", "Ivo", "Jana", "Karim", "Lotte"]
LAST_NAMES = ["Adler", "Brandt", "Costa", "Dahl", "Ekholm", "Falk", "Gruber", "Holm", "Ivanov", "Jensen", "Kowal"]
STREETS = ["Mill Lane", "Harbour Road", "Station Street", "Church Hill", "Market Square", "Bridge Street", "Oak Avenue"]
TOWNS = ["04109 Leipzig", "20095 Hamburg", "24103 Kiel", "18055 Rostock", "28195 Bremen", "23552 Luebeck"]

# The first word of a ticket's title, and what else it may say.
TICKETS = {
    "Outage": ["the portal cannot be reached", "orders stand still", "the phone line is dead", "no login since noon"],
    "Error": ["a report stays empty", "the export stops half-way", "a page shows code 500", "prices are rounded wrongly"],
    "Billing": ["an invoice came twice", "the discount is missing", "a payment was not booked", "the tax rate is wrong"],
    "Question": ["how to add a user", "when the shop opens", "where the manual is", "which formats are read"],
}
# Messages that ask for nothing.
PLEASANTRIES = [
    ("Thank you", "Thank you for the quick help last week."),
    ("Season's greetings", "We wish all of you a quiet end of the year."),
    ("Received", "The parcel arrived yesterday. All is well."),
]
