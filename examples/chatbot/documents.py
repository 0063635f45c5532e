"""What the chatbot knows."""

DOCUMENTS = [
    "Parcels are delivered within three days. A parcel can be tracked by its number.",
    "You can send goods back within thirty days. Sending them back costs nothing.",
    "The shop is open from nine to six. It is closed on Sundays.",
    "Gift cards are valid for two years. They can be used in parts.",
]
PARCELS = {"HH-204": "The parcel is in transit and arrives tomorrow."}
